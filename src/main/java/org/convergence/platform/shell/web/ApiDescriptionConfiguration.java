package org.convergence.platform.shell.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
            before any rule is checked. Lists are paged: pass the value of `next` as `after` for the next page.""";

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
}
