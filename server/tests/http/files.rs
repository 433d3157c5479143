//! Everything around the API: headers, strangers' paths, health, metrics.

use record::api::{Problem, ProblemCode, paths};
use reqwest::{Method, StatusCode};

use crate::support::House;

#[tokio::test]
async fn every_answer_forbids_what_a_page_does_not_need() {
    let house = House::open().await;
    for path in ["/", "/api/v1/nothing", paths::ME, "/healthz"] {
        let response = house.request(Method::GET, path, None).send().await.unwrap();
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert!(
            header("content-security-policy").starts_with("default-src 'none'; script-src 'self'")
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert!(header("permissions-policy").contains("geolocation=()"));
    }
}

#[tokio::test]
async fn strange_paths_and_verbs_are_told_so() {
    let house = House::open().await;
    let ask = async |method: Method, path: &str| {
        let response = house.request(method, path, None).send().await.unwrap();
        (response.status(), response.json::<Problem>().await.unwrap().code)
    };
    let missing = (StatusCode::NOT_FOUND, ProblemCode::NotFound);
    assert_eq!(ask(Method::GET, "/api/v1/nothing").await, missing);
    assert_eq!(ask(Method::GET, "/nothing.js").await, missing);
    assert_eq!(ask(Method::POST, "/").await, missing);
    let wrong = (StatusCode::METHOD_NOT_ALLOWED, ProblemCode::MethodNotAllowed);
    assert_eq!(ask(Method::PUT, paths::ME).await, wrong);
}

#[tokio::test]
async fn health_and_metrics_tell_numbers_alone() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let health = house.request(Method::GET, "/healthz", None).send().await.unwrap();
    assert_eq!(health.text().await.unwrap(), "ok\n");
    let outside = house.request(Method::GET, "/metrics", None).send().await.unwrap();
    assert_eq!(outside.status(), StatusCode::NOT_FOUND);
    let metrics = reqwest::get(&house.metrics).await.unwrap().text().await.unwrap();
    assert!(metrics.contains(
        r#"http_responses_total{method="POST",route="/api/v1/accounts",status="201"} 1"#
    ));
    for personal in ["sam", "127.0.0.1", &sam.record().to_string()] {
        assert!(!metrics.contains(personal), "{personal}");
    }
}

#[tokio::test]
async fn a_slow_client_is_let_go() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let house = House::open().await;
    let address = house.base.trim_start_matches("http://");
    let mut slow = tokio::net::TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n").await.unwrap();
    let mut answer = Vec::new();
    let closed =
        tokio::time::timeout(std::time::Duration::from_secs(30), slow.read_to_end(&mut answer));
    closed.await.expect("the server waits for no one for ever").unwrap();
    assert!(!answer.starts_with(b"HTTP/1.1 200"));
}
