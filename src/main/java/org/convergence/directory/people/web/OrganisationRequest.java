package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.convergence.directory.people.OrganisationKind;
import org.jspecify.annotations.Nullable;

/** An organisation to create; only the name is required. */
record OrganisationRequest(
        @Schema(maxLength = 300) String name,
        @Schema(maxLength = 60) @Nullable String shortName,

        @ArraySchema(maxItems = OrganisationForm.OTHER_NAMES) @Nullable
        List<String> otherNames,

        @Nullable OrganisationKind kind,

        @Schema(description = "QC-06, MX, or a name") @Nullable
        String place,

        @Schema(maxLength = 500) @Nullable String website,

        @ArraySchema(maxItems = ContactPointForm.MOST) @Nullable
        List<DirectoryResources.ContactResource> contacts,

        @Schema(maxLength = 20_000) @Nullable String note,

        @ArraySchema(
                maxItems = ApiReferenceReader.MOST_ORGANISATIONS,
                arraySchema =
                        @Schema(
                                description = "Its parent organisations, each by its id or its name; an unknown name is"
                                        + " added to the directory"))
        @Nullable
        List<String> belongsTo) {}
