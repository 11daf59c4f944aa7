package org.convergence.platform.shell.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;

/** The error responses, the same for all operations. */
final class ApiProblems {

    private static final String SHAPE = "Problem";

    private static final Map<String, String> MEANING = Map.of(
            "401", "No token, or one that is unknown, revoked or expired",
            "403", "The token lacks the permission",
            "404", "It does not exist, or the id is invalid",
            "413", "The request is too large",
            "422", "Invalid fields, each named; or a rule refuses and says why",
            "500", "A server error, with its reference number in the log");

    private ApiProblems() {}

    /** An operation's response with this status. */
    static ApiResponse answer(String status) {
        return new ApiResponse().$ref("#/components/responses/" + status);
    }

    static void describe(Components components) {
        components.addSchemas(SHAPE, shape());
        MEANING.forEach((status, meaning) -> components.addResponses(
                status,
                new ApiResponse()
                        .description(meaning)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + SHAPE))))));
    }

    private static Schema<?> shape() {
        Schema<?> field = new ObjectSchema();
        text(field, "field", "Its name as sent; empty for the whole request");
        text(field, "detail", "What is wrong with it and what to do");
        field.setRequired(List.of("field", "detail"));
        Schema<?> problem = new ObjectSchema();
        problem.setDescription("What went wrong (RFC 9457)");
        text(problem, "type", "Always `about:blank`");
        text(problem, "title", "The kind of problem, in a few words");
        problem.addProperty("status", new IntegerSchema().description("The HTTP status"));
        text(problem, "detail", "What happened, why, and what to do");
        text(problem, "reference", "For a server error: its reference number in the log");
        problem.addProperty("errors", new ArraySchema().items(field).description("For invalid fields: each of them"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static void text(Schema<?> shape, String name, String description) {
        shape.addProperty(name, new StringSchema().description(description));
    }
}
