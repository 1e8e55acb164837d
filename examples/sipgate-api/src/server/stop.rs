//! Running until told to stop, and stopping gracefully: requests under way may end, but not for ever.

use std::future::Future;
use std::io;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::sleep;
use tracing::{info, warn};

/// How long requests under way may take when the server stops.
const GRACE: Duration = Duration::from_secs(5);

/// Answers requests until `stop` is there, and then at most for the grace.
pub(super) async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stopping, stopped) = oneshot::channel::<()>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        stop.await;
        info!("stopping: requests under way may end");
        drop(stopping);
    });
    let grace_is_over = async {
        let _ = stopped.await;
        sleep(GRACE).await;
    };
    tokio::select! {
        outcome = serving => outcome,
        () = grace_is_over => {
            warn!("stopped with requests still under way");
            Ok(())
        }
    }
}

/// Waits for Ctrl-C or SIGTERM. Where neither can be waited for, waits for ever: the process can still be killed.
pub async fn when_told_to_stop() {
    tokio::select! {
        () = interrupted() => {}
        () = terminated() => {}
    }
}

async fn interrupted() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        warn!(%error, "Ctrl-C cannot be waited for");
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(error) => {
            warn!(%error, "SIGTERM cannot be waited for");
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending::<()>().await;
}
