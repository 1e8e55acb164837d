//! The contacts of the address book: listed, added, removed.

use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::extract::{Body, Path, Query};
use super::refusals::{InvalidBody, InvalidQuery, NotFound, Unauthorized};
use crate::Sipgate;
use crate::model::{Contact, Items, NewContact, Page};
use crate::store::Store;

/// Listing contacts.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "GET /contacts")]
pub(crate) struct ListContacts;

/// Adding a contact.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "POST /contacts")]
pub(crate) struct AddContact;

/// Removing a contact.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "DELETE /contacts/{contact}")]
pub(crate) struct RemoveContact;

/// List the contacts.
#[utoipa::path(
    get, path = "/contacts", tag = "contacts", operation_id = "listContacts", params(Page),
    responses((status = 200, description = "The contacts by name.", body = Items<Contact>), Unauthorized, InvalidQuery),
)]
pub(super) async fn list(
    _: Permit<ListContacts>,
    State(store): State<Store>,
    Query(page): Query<Page>,
) -> Result<Json<Items<Contact>>, Problem> {
    Ok(Json(store.contacts(page).await?))
}

/// Add a contact.
#[utoipa::path(
    post, path = "/contacts", tag = "contacts", operation_id = "addContact", request_body = NewContact,
    responses(
        (status = 201, description = "The new contact.", body = Contact,
            headers(("Location" = String, description = "Where the contact can be removed."))),
        Unauthorized, InvalidBody,
    ),
)]
pub(super) async fn add(
    _: Permit<AddContact>,
    State(store): State<Store>,
    Body(contact): Body<NewContact>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Contact>), Problem> {
    let contact = store.add_contact(contact).await?;
    Ok((StatusCode::CREATED, [(LOCATION, format!("/contacts/{}", contact.id))], Json(contact)))
}

/// Remove a contact.
#[utoipa::path(
    delete, path = "/contacts/{contact}", tag = "contacts", operation_id = "removeContact",
    params(("contact" = String, Path, description = "The contact's id.")),
    responses(
        (status = 204, description = "It is removed."),
        Unauthorized, NotFound,
    ),
)]
pub(super) async fn remove(
    _: Permit<RemoveContact>,
    State(store): State<Store>,
    Path(contact): Path<String>,
) -> Result<StatusCode, Problem> {
    if store.remove_contact(contact).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::not_found("there is no such contact"))
    }
}
