package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person to create; one of the names is required. */
record PersonRequest(
        @Schema(maxLength = 100) @Nullable String givenName,
        @Schema(maxLength = 100) @Nullable String familyName,
        @Schema(maxLength = 200) @Nullable String displayForm,
        @Schema(maxLength = 40) @Nullable String pronoun,

        @ArraySchema(maxItems = 10, arraySchema = @Schema(description = "ISO 639 codes, the preferred one first"))
        @Nullable
        List<String> languages,

        @ArraySchema(maxItems = ContactPointForm.MOST) @Nullable
        List<DirectoryResources.ContactResource> contacts,

        @Schema(maxLength = 20_000) @Nullable String note,

        @Schema(
                description = "The organisation of the function, by its id or its name; an unknown name is"
                        + " added to the directory")
        @Nullable
        String organisation,

        @Schema(description = "Title of the function", maxLength = 200) @Nullable
        String title,

        @Schema(description = "First day of the function") @Nullable
        LocalDate since) {}
