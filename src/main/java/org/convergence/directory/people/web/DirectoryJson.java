package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationReading.Relation;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading.FunctionLine;
import org.jspecify.annotations.Nullable;

/** The resources of the API. */
public final class DirectoryJson {

    private DirectoryJson() {}

    /**
     * A contact point.
     *
     * @param channel {@code MAIL} or {@code PHONE}; in requests it is derived from the value
     */
    public record Contact(
            ContactPoint.@Nullable Channel channel,
            ContactPoint.@Nullable Sphere sphere,
            String value,
            @Nullable String label) {

        private static List<Contact> all(List<ContactPoint> points) {
            return points.stream()
                    .map(point -> new Contact(point.channel(), point.sphere(), point.value(), point.label()))
                    .toList();
        }
    }

    /** An affiliation to a parent. */
    public record Belonging(
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
    public record Organisation(
            UUID id,
            @Nullable Integer version,
            String name,
            @Nullable String shortName,
            List<String> otherNames,
            OrganisationKind kind,
            @Nullable String place,
            @Nullable String website,
            List<Contact> contacts,
            @Nullable String note,
            @Nullable List<Belonging> belongsTo) {

        static Organisation of(
                UUID id, @Nullable Integer version, OrganisationFacts facts, @Nullable List<Relation> ties) {
            return new Organisation(
                    id,
                    version,
                    facts.name(),
                    facts.shortName(),
                    facts.otherNames(),
                    facts.kind(),
                    facts.place(),
                    facts.website(),
                    Contact.all(facts.contactPoints()),
                    facts.note(),
                    ties == null
                            ? null
                            : ties.stream().map(Organisation::belonging).toList());
        }

        private static Belonging belonging(Relation tie) {
            return new Belonging(
                    tie.organisation().id().value(),
                    tie.organisation().name(),
                    tie.nature(),
                    tie.period().since(),
                    tie.period().until());
        }
    }

    /** A function that a person holds. */
    public record Function(
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
     */
    public record Person(
            UUID id,
            @Nullable Integer version,
            String name,
            String givenName,
            String familyName,
            @Nullable String displayForm,
            @Nullable String pronoun,
            List<String> languages,
            List<Contact> contacts,
            @Nullable String note,
            @Nullable List<Function> functions) {

        static Person of(UUID id, @Nullable Integer version, PersonFacts facts, @Nullable List<FunctionLine> held) {
            return new Person(
                    id,
                    version,
                    facts.displayName(),
                    facts.givenName(),
                    facts.familyName(),
                    facts.displayForm(),
                    facts.pronoun(),
                    facts.languages(),
                    Contact.all(facts.contactPoints()),
                    facts.note(),
                    held == null ? null : held.stream().map(Person::function).toList());
        }

        private static Function function(FunctionLine held) {
            return new Function(
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
    public record Listed<T>(List<T> items, @Nullable String next) {}
}
