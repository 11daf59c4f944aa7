package org.convergence.directory.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.ContactPoint.Sphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationList;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonList;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The columns of the directory's files, with titles that the import recognises. */
final class ExportColumns {

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

    private ExportColumns() {}

    static List<String> ofOrganisations(Words t) {
        return heads(ORGANISATION, t);
    }

    static List<String> ofPersons(Words t) {
        return heads(PERSON, t);
    }

    private static List<String> heads(List<String> columns, Words t) {
        return columns.stream().map(column -> t.say("people.column." + column)).toList();
    }

    static List<@Nullable Object> row(OrganisationList.Line line, Words t) {
        OrganisationFacts facts = line.facts();
        return Arrays.asList(
                facts.name(),
                facts.shortName(),
                String.join("; ", facts.otherNames()),
                Saying.kind(facts.kind(), t),
                Saying.place(facts.place(), t),
                facts.website(),
                points(facts.contactPoints(), Channel.MAIL, null),
                points(facts.contactPoints(), Channel.PHONE, null),
                line.parents(),
                facts.note());
    }

    static List<@Nullable Object> row(PersonList.Line line, Words t) {
        PersonFacts facts = line.facts();
        List<ContactPoint> points = facts.contactPoints();
        return Arrays.asList(
                facts.givenName(),
                facts.familyName(),
                facts.displayForm(),
                facts.pronoun(),
                facts.languages().stream().map(t::languageName).collect(Collectors.joining("; ")),
                line.functions(),
                points(points, Channel.MAIL, Sphere.PROFESSIONAL),
                points(points, Channel.PHONE, Sphere.PROFESSIONAL),
                points(points, Channel.MAIL, Sphere.PERSONAL),
                points(points, Channel.PHONE, Sphere.PERSONAL),
                facts.note());
    }

    private static String points(List<ContactPoint> points, Channel channel, @Nullable Sphere sphere) {
        return points.stream()
                .filter(point -> point.channel() == channel && (sphere == null || point.sphere() == sphere))
                .map(ContactPoint::value)
                .collect(Collectors.joining("; "));
    }
}
