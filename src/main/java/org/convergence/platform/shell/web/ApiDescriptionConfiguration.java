package org.convergence.platform.shell.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/**
 * The general parts of the API's OpenAPI description ({@code /api/v1/openapi}). Each operation describes its own
 * action, input and response.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescriptionConfiguration {

    static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Form.class, Words.class);
    }

    private static final String ABOUT = """
            Everything that a program may do. It sends a token in the header `Authorization: Bearer …`: a personal \
            token, created on one's own account page for chosen kinds of operations until a given day, or the \
            server's start-up token. A token never permits more than its owner's current permissions; each operation \
            names the permission that it needs.

            Days are written `2025-01-14`, instants in UTC. Errors are problem documents (RFC 9457) in the language \
            of `Accept-Language`, French or English; a rule that refuses says why, an invalid field is named. JSON \
            is read strictly: unknown fields, values of another type and lists that are too long are refused by name \
            before any rule is checked, as are unknown query parameters, form fields and files. So are values that would \
            be lost: an empty text where one is required or in a list, the character NUL, a field that has a meaning only \
            beside another. Lists are paged: pass the value of `next` as `after` for the next page.

            A request that was cut off, or whose response did not arrive, is sent again under the same \
            `Idempotency-Key`. What creates a record is also done once without a key, if the same content is sent again \
            within half a minute; two equal records on purpose need two keys.""";

    @Bean
    static OpenAPI about() {
        return new OpenAPI()
                .info(new Info().title("Convergence").version("v1").description(ABOUT))
                .servers(List.of(new Server().url("/").description("This server")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A personal token, or the server's start-up token")));
    }

    @Bean
    static OperationCustomizer operations() {
        return new ApiOperations();
    }

    @Bean
    static ModelConverter shapes() {
        return new ApiSchemas();
    }

    /** Added at the end, since springdoc first removes what no operation refers to. */
    @Bean
    static OpenApiCustomizer problems() {
        return api -> ApiProblems.describe(api.getComponents());
    }

    /** Adds to each operation what follows from its route: permission, error responses, forms. */
    private static final class ApiOperations implements OperationCustomizer {

        private static final String FORM = "multipart/form-data";

        @Override
        public Operation customize(Operation operation, HandlerMethod route) {
            String permission = PermissionCheck.permissionOf(route.getMethod(), route.getBeanType());
            operation.setOperationId(name(route));
            if (permission != null) {
                operation.addExtension("x-permission", permission);
                operation.addSecurityItem(new SecurityRequirement().addList(ApiDescriptionConfiguration.TOKEN));
                String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
                operation.setDescription(said + "Needs the permission `" + permission + "`.");
            }
            if (takesFile(route)) {
                asForm(operation);
            }
            if (operation.getRequestBody() != null) {
                operation.getRequestBody().setRequired(true);
            }
            describe(operation);
            problems(operation, permission != null);
            return operation;
        }

        /** The id of {@code RealisationApi.record} is {@code realisation.record}. */
        private static String name(HandlerMethod route) {
            String api = route.getBeanType().getSimpleName().replaceAll("Api$", "");
            return api.substring(0, 1).toLowerCase(Locale.ROOT) + api.substring(1) + "."
                    + route.getMethod().getName();
        }

        private static boolean takesFile(HandlerMethod route) {
            for (var parameter : route.getMethodParameters()) {
                if (MultipartFile.class.isAssignableFrom(parameter.getParameterType())) {
                    return true;
                }
            }
            return false;
        }

        /** Moves the fields of a form into the request body, beside the file. */
        private static void asForm(Operation operation) {
            RequestBody body = operation.getRequestBody();
            Content content = body == null ? null : body.getContent();
            if (body == null || content == null || content.isEmpty()) {
                return;
            }
            Schema<?> form = content.values().iterator().next().getSchema();
            Schema<?> fields = form == null ? new ObjectSchema() : form;
            List<Parameter> others = new ArrayList<>();
            for (Parameter parameter : all(operation)) {
                if (!"query".equals(parameter.getIn())) {
                    others.add(parameter);
                } else if (fields.getProperties() == null
                        || !fields.getProperties().containsKey(parameter.getName())) {
                    Schema<?> field = Objects.requireNonNullElseGet(parameter.getSchema(), StringSchema::new);
                    fields.addProperty(parameter.getName(), field.description(parameter.getDescription()));
                }
            }
            operation.setParameters(others.isEmpty() ? null : others);
            body.setContent(new Content().addMediaType(FORM, new MediaType().schema(fields)));
        }

        private static void describe(Operation operation) {
            for (Parameter parameter : all(operation)) {
                if (parameter.getSchema() == null) {
                    parameter.setSchema(new StringSchema());
                }
                boolean id = "uuid".equals(parameter.getSchema().getFormat());
                if (id && "path".equals(parameter.getIn()) && parameter.getDescription() == null) {
                    parameter.setDescription("Its id");
                }
            }
        }

        private static void problems(Operation operation, boolean guarded) {
            boolean named = all(operation).stream().anyMatch(each -> "path".equals(each.getIn()));
            boolean asked = all(operation).stream().anyMatch(each -> "query".equals(each.getIn()));
            boolean brings = operation.getRequestBody() != null;
            Map<String, Boolean> when = new LinkedHashMap<>();
            when.put("401", guarded);
            when.put("403", guarded);
            when.put("404", named);
            when.put("413", brings);
            when.put("422", asked || brings);
            when.put("500", true);
            when.forEach((status, may) -> {
                if (may && !operation.getResponses().containsKey(status)) {
                    operation.getResponses().addApiResponse(status, ApiProblems.answer(status));
                }
            });
        }

        private static List<Parameter> all(Operation operation) {
            return operation.getParameters() == null ? List.of() : operation.getParameters();
        }
    }
}
