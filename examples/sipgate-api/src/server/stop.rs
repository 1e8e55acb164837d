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

/// Ctrl-C or SIGTERM, whichever comes first. Heard from this call on, not only once it is waited for.
///
/// # Errors
/// Where the system does not let the program hear them.
#[cfg(unix)]
pub fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ctrl-C.
///
/// # Errors
/// Where the system does not let the program hear it.
#[cfg(windows)]
pub fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move { drop(interrupt.recv().await) })
}
