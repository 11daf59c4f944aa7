package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of a person, with the version on which it was read. */
record PersonChangeRequest(
        int version,
        @Schema(maxLength = 100) @Nullable String givenName,
        @Schema(maxLength = 100) @Nullable String familyName,
        @Schema(maxLength = 200) @Nullable String displayForm,
        @Schema(maxLength = 40) @Nullable String pronoun,

        @ArraySchema(maxItems = 10, arraySchema = @Schema(description = "ISO 639 codes, the preferred one first"))
        @Nullable
        List<String> languages,

        @ArraySchema(maxItems = ContactPointForm.MOST) @Nullable
        List<DirectoryResources.ContactResource> contacts,

        @Schema(maxLength = 20_000) @Nullable String note) {}
