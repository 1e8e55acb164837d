//! Requests that are in order but for the token, made from the examples of the server's own document, so that a new
//! endpoint is tried without a line here.

use serde_json::{Map, Value};

/// A document's operations.
pub(super) struct Operations(Value);

impl Operations {
    pub(super) fn of(document: Value) -> Self {
        Self(document)
    }

    /// The one status of success that the operation documents.
    pub(super) fn success(&self, method: &str, path: &str) -> u16 {
        let responses = self.operation(method, path).unwrap()["responses"].as_object().unwrap();
        let successes: Vec<_> = responses.keys().filter(|status| status.starts_with('2')).collect();
        assert_eq!(successes.len(), 1, "{method} {path}");
        successes[0].parse().unwrap()
    }

    /// Whether the operation documents an answer with this status.
    pub(super) fn documents(&self, method: &str, path: &str, status: u16) -> bool {
        self.operation(method, path).unwrap()["responses"].get(status.to_string()).is_some()
    }

    /// The path with those parameters filled in that have an example.
    pub(super) fn with_examples(&self, method: &str, path: &str) -> String {
        let parameters = self.operation(method, path).unwrap()["parameters"].as_array().cloned().unwrap_or_default();
        parameters.iter().fold(path.to_owned(), |path, parameter| match example(parameter) {
            Some(Value::String(value)) => path.replace(&format!("{{{}}}", parameter["name"].as_str().unwrap()), value),
            _ => path,
        })
    }

    /// A body for a request to this path, if the operation takes one.
    pub(super) fn body(&self, method: &str, target: &str) -> Option<String> {
        let paths = self.0["paths"].as_object().unwrap();
        let path = paths.keys().find(|template| is_of_template(target, template))?;
        let schema = self.operation(method, path)?.pointer("/requestBody/content/application~1json/schema")?;
        Some(self.value(schema).to_string())
    }

    fn operation(&self, method: &str, path: &str) -> Option<&Value> {
        self.0["paths"][path].get(method.to_ascii_lowercase())
    }

    /// A value that a schema allows.
    fn value(&self, schema: &Value) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.value(self.0.pointer(reference.strip_prefix('#').unwrap()).unwrap());
        }
        if let Some(example) = example(schema) {
            return example.clone();
        }
        if let Some(properties) = schema["properties"].as_object() {
            return properties
                .iter()
                .map(|(name, schema)| (name.clone(), self.value(schema)))
                .collect::<Map<_, _>>()
                .into();
        }
        match schema["contentMediaType"].as_str() {
            // `%PDF-1.7` and a line break, in base64.
            Some("application/pdf") => "JVBERi0xLjcK".into(),
            _ => panic!("no example in {schema}"),
        }
    }
}

fn example(described: &Value) -> Option<&Value> {
    described.get("example").or_else(|| described.get("examples")?.get(0))
}

fn is_of_template(target: &str, template: &str) -> bool {
    let (target, template): (Vec<_>, Vec<_>) = (target.split('/').collect(), template.split('/').collect());
    let fits = |(part, wanted): (&&str, &&str)| part == wanted || wanted.starts_with('{');
    target.len() == template.len() && target.iter().zip(&template).all(fits)
}
