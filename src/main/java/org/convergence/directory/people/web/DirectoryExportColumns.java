package org.convergence.directory.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationListQueries;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonListQueries;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The columns of the directory's files, with titles that the import recognises. */
final class DirectoryExportColumns {

    private static final List<String> ORGANISATION = List.of(
            "name", "short-name", "other-names", "kind", "place", "website", "mail", "phone", "parents", "note");
    private static final List<String> PERSON = List.of(
            "given-name",
            "family-name",
            "display-form",
            "pronoun",
            "languages",
            "functions",
            "mail",
            "phone",
            "personal-mail",
            "personal-phone",
            "note");

    private DirectoryExportColumns() {}

    static List<String> ofOrganisations(Words t) {
        return heads(ORGANISATION, t);
    }

    static List<String> ofPersons(Words t) {
        return heads(PERSON, t);
    }

    private static List<String> heads(List<String> columns, Words t) {
        return columns.stream().map(column -> t.say("people.column." + column)).toList();
    }

    static List<@Nullable Object> row(OrganisationListQueries.OrganisationLine line, Words t) {
        OrganisationFacts facts = line.facts();
        return Arrays.asList(
                facts.name(),
                facts.shortName(),
                String.join("; ", facts.otherNames()),
                DirectoryFormatter.kind(facts.kind(), t),
                DirectoryFormatter.place(facts.place(), t),
                facts.website(),
                points(facts.contactPoints(), ContactChannel.MAIL, null),
                points(facts.contactPoints(), ContactChannel.PHONE, null),
                line.parents(),
                facts.note());
    }

    static List<@Nullable Object> row(PersonListQueries.PersonLine line, Words t) {
        PersonFacts facts = line.facts();
        List<ContactPoint> points = facts.contactPoints();
        return Arrays.asList(
                facts.givenName(),
                facts.familyName(),
                facts.displayForm(),
                facts.pronoun(),
                facts.languages().stream().map(t::languageName).collect(Collectors.joining("; ")),
                line.functions(),
                points(points, ContactChannel.MAIL, ContactSphere.PROFESSIONAL),
                points(points, ContactChannel.PHONE, ContactSphere.PROFESSIONAL),
                points(points, ContactChannel.MAIL, ContactSphere.PERSONAL),
                points(points, ContactChannel.PHONE, ContactSphere.PERSONAL),
                facts.note());
    }

    private static String points(List<ContactPoint> points, ContactChannel channel, @Nullable ContactSphere sphere) {
        return points.stream()
                .filter(point -> point.channel() == channel && (sphere == null || point.sphere() == sphere))
                .map(ContactPoint::value)
                .collect(Collectors.joining("; "));
    }
}
