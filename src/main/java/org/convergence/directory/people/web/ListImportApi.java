package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.imports.ListImportKind;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.directory.people.domain.imports.ListImportOptions;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.imports.ImportService;
import org.convergence.platform.imports.web.ImportResource;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The API of imports of organisations and people, which can be undone within a day. */
@RestController
@RequestMapping("/api/v1/imports")
@Requires(PeoplePermissions.IMPORT)
@Tag(name = "imports")
record ListImportApi(List<ListImportKind> kinds, ImportService imports, ImportQueries importQueries) {

    private static final String DESCRIPTION =
            "A CSV or Excel file, with columns in any order. mapping is a JSON object from titles to"
                    + " contents ({\"Adresse\": \"MAIL\", \"Divers\": null}); other columns are recognised. known"
                    + " says how existing records are treated: COMPLETE, REPLACE or LEAVE. With dryRun nothing is"
                    + " imported, and the expected result of the rows is returned with 200. Sent again under the"
                    + " same Idempotency-Key, it is imported once; without the key, a repeat still duplicates no"
                    + " record.";
    private static final String FIELD = "mapping";

    private record ListImportRequest(ExistingRecordPolicy known, String mapping, boolean dry) {}

    @PostMapping("/people")
    @Operation(summary = "Import a list of people", description = DESCRIPTION)
    @Parameter(name = "mapping", description = "Contents of columns by their titles, as a JSON object")
    @Parameter(name = "known", description = "COMPLETE, REPLACE or LEAVE")
    @Parameter(name = "dryRun", description = "true to import nothing")
    @ApiResponse(
            responseCode = "200",
            description = "For a dry run: what the file holds; nothing is imported",
            content = @Content(schema = @Schema(implementation = ImportResource.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The import; its job is at the address in Location",
            content = @Content(schema = @Schema(implementation = ImportResource.class)))
    ResponseEntity<String> people(
            @RequestParam MultipartFile file, @Parameter(hidden = true) Form form, Words t, IdempotentPost post)
            throws IOException {
        return bring(ImportSubject.PERSONS, file, form, t, post);
    }

    @PostMapping("/organisations")
    @Operation(summary = "Import a list of organisations", description = DESCRIPTION)
    @Parameter(name = "mapping", description = "Contents of columns by their titles, as a JSON object")
    @Parameter(name = "known", description = "COMPLETE, REPLACE or LEAVE")
    @Parameter(name = "dryRun", description = "true to import nothing")
    @ApiResponse(
            responseCode = "200",
            description = "For a dry run: what the file holds; nothing is imported",
            content = @Content(schema = @Schema(implementation = ImportResource.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The import; its job is at the address in Location",
            content = @Content(schema = @Schema(implementation = ImportResource.class)))
    ResponseEntity<String> organisations(
            @RequestParam MultipartFile file, @Parameter(hidden = true) Form form, Words t, IdempotentPost post)
            throws IOException {
        return bring(ImportSubject.ORGANISATIONS, file, form, t, post);
    }

    private ResponseEntity<String> bring(
            ImportSubject subject, MultipartFile file, Form form, Words t, IdempotentPost post) throws IOException {
        ListImportRequest asked = form.read(answers -> new ListImportRequest(
                form.filled("known")
                        ? answers.choice("known", ExistingRecordPolicy.class)
                        : ExistingRecordPolicy.COMPLETE,
                form.value("mapping"),
                answers.trueOrFalse("dryRun")));
        ListImportKind kind = kinds.stream()
                .filter(each -> each.subject() == subject)
                .findFirst()
                .orElseThrow();
        String body = asked + "\n" + fingerprint(file);
        return post.answer(body, () -> enter(kind, file, asked, t));
    }

    private IdempotentResponse enter(ListImportKind kind, MultipartFile file, ListImportRequest asked, Words t) {
        Json choices = Json.of(kind.choices(t).as(ListImportOptions.class).withPolicy(asked.known()));
        UUID id = read(kind, file, choices);
        ImportFile read = importQueries.findById(id);
        List<@Nullable ImportColumn> columns = mapColumns(read, asked.mapping());
        if (!columns.equals(read.columns())) {
            imports.updateColumns(id, read.version(), columns, choices);
        }
        if (asked.dry()) {
            String told = Json.of(ImportResource.of(importQueries.findById(id), importQueries, t))
                    .toString();
            imports.discard(id);
            return new IdempotentResponse(200, null, told);
        }
        imports.start(id, importQueries.findById(id).version());
        ImportFile running = importQueries.findById(id);
        return new IdempotentResponse(
                202,
                "/api/v1/jobs/" + running.run(),
                Json.of(ImportResource.of(running, importQueries, t)).toString());
    }

    private UUID read(ListImportKind kind, MultipartFile file, Json choices) {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return imports.upload(kind, name == null ? "" : name, content, choices);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "The state of an import",
            description = "Its file is deleted after a week; imported records stay.")
    ImportResource one(@PathVariable UUID id, Words t) {
        return ImportResource.of(open(id), importQueries, t);
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Undo an import",
            description = "Within 24 hours: removes created records and restores changed ones, except those"
                    + " changed since. 422 if it is too late or still running.")
    @ApiResponse(
            responseCode = "202",
            description = "The import, with the id of its job",
            content = @Content(schema = @Schema(implementation = ImportResource.class)))
    ResponseEntity<ImportResource> takeBack(@PathVariable UUID id, Words t) {
        imports.undo(open(id).id());
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(one(id, t));
    }

    private ImportFile open(UUID id) {
        ImportFile file = importQueries.findById(id);
        if (!kinds.contains(file.kind())) {
            throw new NotFound("import");
        }
        return file;
    }

    /**
     * The columns as recognised, with the requested mapping.
     *
     * @throws FieldsRefused where it is no JSON object, names an unknown title or column, or gives two columns a
     *     content that only one may have
     */
    private static List<@Nullable ImportColumn> mapColumns(ImportFile file, String mapping) {
        List<@Nullable ImportColumn> columns = new ArrayList<>(file.columns());
        if (mapping.isBlank()) {
            return columns;
        }
        for (Map.Entry<String, JsonNode> said : object(mapping).properties()) {
            int at = file.head().indexOf(said.getKey());
            if (at < 0) {
                throw wrong("people.api.mapping.title", said.getKey());
            }
            columns.set(
                    at,
                    said.getValue().isNull()
                            ? null
                            : column(file, said.getValue().asString()));
        }
        for (ImportColumn column : file.kind().columns()) {
            if (!column.mayRepeat() && columns.stream().filter(column::equals).count() > 1) {
                throw wrong("people.api.mapping.twice", column.name());
            }
        }
        return columns;
    }

    private static ImportColumn column(ImportFile file, String name) {
        for (ImportColumn column : file.kind().columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw wrong("people.api.mapping.column", name);
    }

    private static JsonNode object(String mapping) {
        try {
            JsonNode object = Json.parse(mapping).node();
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException e) {
            throw wrong("shell.json");
        }
        throw wrong("shell.json");
    }

    private static FieldsRefused wrong(String key, String... arguments) {
        return new FieldsRefused(List.of(new Form.FieldProblem(FIELD, key, List.of((Object[]) arguments))));
    }

    /** The hash that identifies a file sent again. */
    private static String fingerprint(MultipartFile file) throws IOException {
        return Sha256.hexOf(file.getInputStream());
    }
}
