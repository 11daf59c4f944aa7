package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationQueries.OrganisationRelation;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries.PersonFunctionLine;
import org.jspecify.annotations.Nullable;

/** The resources of the API. */
public final class DirectoryResources {

    private DirectoryResources() {}

    /**
     * A contact point.
     *
     * @param channel {@code MAIL} or {@code PHONE}; in requests it is derived from the value
     */
    @Schema(name = "Contact")
    public record ContactResource(
            ContactPoint.@Nullable ContactChannel channel,
            ContactPoint.@Nullable ContactSphere sphere,
            String value,
            @Nullable String label) {

        private static List<ContactResource> all(List<ContactPoint> points) {
            return points.stream()
                    .map(point -> new ContactResource(point.channel(), point.sphere(), point.value(), point.label()))
                    .toList();
        }
    }

    /** An affiliation to a parent. */
    @Schema(name = "Belonging")
    public record ParentResource(
            UUID organisation,
            String name,
            AffiliationNature nature,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * An organisation.
     *
     * @param place {@code QC-06}, {@code MX}
     * @param belongsTo {@code null} in lists
     */
    @Schema(name = "Organisation")
    public record OrganisationResource(
            UUID id,
            @Nullable Integer version,
            String name,
            @Nullable String shortName,
            List<String> otherNames,
            OrganisationKind kind,
            @Nullable String place,
            @Nullable String website,
            List<ContactResource> contacts,
            @Nullable String note,
            @Nullable List<ParentResource> belongsTo) {

        static OrganisationResource of(
                UUID id,
                @Nullable Integer version,
                OrganisationFacts facts,
                @Nullable List<OrganisationRelation> ties) {
            return new OrganisationResource(
                    id,
                    version,
                    facts.name(),
                    facts.shortName(),
                    facts.otherNames(),
                    facts.kind(),
                    facts.place(),
                    facts.website(),
                    ContactResource.all(facts.contactPoints()),
                    facts.note(),
                    ties == null
                            ? null
                            : ties.stream().map(OrganisationResource::belonging).toList());
        }

        private static ParentResource belonging(OrganisationRelation tie) {
            return new ParentResource(
                    tie.organisation().id().value(),
                    tie.organisation().name(),
                    tie.nature(),
                    tie.period().since(),
                    tie.period().until());
        }
    }

    /** A function that a person holds. */
    @Schema(name = "Function")
    public record FunctionResource(
            UUID organisation,
            String name,
            String title,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * A person.
     *
     * @param languages ISO 639 codes, preferred first
     * @param functions {@code null} in lists
     * @param sameName others with the same name, in the answer to an addition; {@code null} elsewhere
     */
    @Schema(name = "Person")
    public record PersonResource(
            UUID id,
            @Nullable Integer version,
            String name,
            String givenName,
            String familyName,
            @Nullable String displayForm,
            @Nullable String pronoun,
            List<String> languages,
            List<ContactResource> contacts,
            @Nullable String note,
            @Nullable List<FunctionResource> functions,

            @Schema(description = "In the answer to an addition: ids of others who have the same name") @Nullable
            List<UUID> sameName) {

        PersonResource withSameName(List<UUID> others) {
            return new PersonResource(
                    id,
                    version,
                    name,
                    givenName,
                    familyName,
                    displayForm,
                    pronoun,
                    languages,
                    contacts,
                    note,
                    functions,
                    others);
        }

        static PersonResource of(
                UUID id, @Nullable Integer version, PersonFacts facts, @Nullable List<PersonFunctionLine> held) {
            return new PersonResource(
                    id,
                    version,
                    facts.displayName(),
                    facts.givenName(),
                    facts.familyName(),
                    facts.displayForm(),
                    facts.pronoun(),
                    facts.languages(),
                    ContactResource.all(facts.contactPoints()),
                    facts.note(),
                    held == null
                            ? null
                            : held.stream().map(PersonResource::function).toList(),
                    null);
        }

        private static FunctionResource function(PersonFunctionLine held) {
            return new FunctionResource(
                    held.organisation().id().value(),
                    held.organisation().name(),
                    held.title(),
                    held.period().since(),
                    held.period().until());
        }
    }

    /**
     * A page of a list.
     *
     * @param next the value of {@code after} for the next page, {@code null} on the last
     */
    public record DirectoryListResource<T>(
            List<T> items, @Nullable String next) {}
}
