package org.convergence.platform.shell.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.ShellPermissions;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the OpenAPI description of the API, with its permission. The library's own address is refused, as is every
 * route outside this application.
 */
@RestController
@Tag(name = "description")
record ApiDescriptionController(@Lazy OpenApiWebMvcResource library) {

    @Requires(ShellPermissions.API)
    @GetMapping(value = "/api/v1/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "This description")
    byte[] describe(HttpServletRequest request) throws JsonProcessingException {
        return library.openapiJson(request, "/v3/api-docs", Locale.ENGLISH);
    }
}
