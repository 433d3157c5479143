//! The description of the API, made from the same types that serve it.

use record::api::{JSON, Problem};
use utoipa::ToSchema;
use utoipa::openapi::path::{
    HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathItem, Paths,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ComponentsBuilder, ObjectBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, Required, ResponseBuilder,
};

use super::api::RouteCard;
use super::body::{Give, Take, content};

const BEARER: &str = "access_token";

/// The description, as it grows.
pub(super) struct Description {
    paths: Paths,
    components: ComponentsBuilder,
}

impl Description {
    pub(super) fn new() -> Self {
        let bearer =
            SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        let mut within = Vec::new();
        Problem::schemas(&mut within);
        Self {
            paths: Paths::new(),
            components: ComponentsBuilder::new()
                .schema_from::<Problem>()
                .schemas_from_iter(within)
                .security_scheme(BEARER, bearer),
        }
    }

    pub(super) fn add<In: Take, Out: Give>(&mut self, card: &RouteCard) {
        let components = std::mem::take(&mut self.components);
        let (components, takes) = In::schema(components);
        let (components, gives) = Out::schema(components);
        self.components = components;
        let mut success = ResponseBuilder::new().description("Done");
        if let Some(media) = Out::MEDIA {
            success = success.content(media, content(gives));
        }
        let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let mut operation = OperationBuilder::new()
            .summary(Some(card.summary))
            .response(Out::STATUS.as_str(), success.build())
            .response(
                "default",
                ResponseBuilder::new()
                    .description("Refused: the code for the app, the sentence for the person")
                    .content(JSON, problem)
                    .build(),
            );
        // The one secret that is in a path.
        if let Some((_, name)) = card.path.split_once('{') {
            let text = ObjectBuilder::new().schema_type(Type::String).build();
            let parameter = ParameterBuilder::new()
                .name(name.trim_end_matches('}'))
                .parameter_in(ParameterIn::Path)
                .required(Required::True)
                .schema(Some(text));
            operation = operation.parameter(parameter.build());
        }
        if let Some(media) = In::MEDIA {
            operation = operation.request_body(Some(
                RequestBodyBuilder::new()
                    .required(Some(Required::True))
                    .content(media, content(takes))
                    .build(),
            ));
        }
        if card.signed_in {
            operation = operation.security(SecurityRequirement::new(BEARER, [""; 0]));
        }
        let item = PathItem::new(method(card.method), operation.build());
        match self.paths.paths.get_mut(card.path) {
            Some(known) => known.merge_operations(item),
            None => {
                self.paths.paths.insert(card.path.to_owned(), item);
            }
        }
    }

    pub(super) fn finish(self) -> OpenApi {
        OpenApiBuilder::new()
            .info(
                InfoBuilder::new()
                    .title("What Matters")
                    .version(env!("CARGO_PKG_VERSION"))
                    .description(Some(
                        "The care team's server. Nothing about a person is ever in a URL, but \
                         for the secret of a calendar's.",
                    ))
                    .build(),
            )
            .paths(self.paths)
            .components(Some(self.components.build()))
            .build()
    }
}

fn method(name: &str) -> HttpMethod {
    match name {
        "POST" => HttpMethod::Post,
        "DELETE" => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}
