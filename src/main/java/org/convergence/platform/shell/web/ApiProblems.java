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
            "401", "No token, or one that is unknown, revoked or over",
            "403", "The token may not do this",
            "404", "There is no such thing, or the id is not one",
            "413", "What was sent is too large",
            "422", "A field is wrong, each is named; or a rule refuses, and says why",
            "500", "A fault of the server, with the reference number under which its log has it");

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
        text(field, "field", "Its name as it was sent; empty for the whole");
        text(field, "detail", "What is wrong with it and what to do");
        field.setRequired(List.of("field", "detail"));
        Schema<?> problem = new ObjectSchema();
        problem.setDescription("What went wrong (RFC 9457)");
        text(problem, "type", "Always `about:blank`");
        text(problem, "title", "The kind of problem, in a few words");
        problem.addProperty("status", new IntegerSchema().description("The HTTP status"));
        text(problem, "detail", "What happened, why, and what to do");
        text(problem, "reference", "For a fault of the server: the number under which its log has it");
        problem.addProperty("errors", new ArraySchema().items(field).description("For wrong fields: each of them"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static void text(Schema<?> shape, String name, String description) {
        shape.addProperty(name, new StringSchema().description(description));
    }
}
