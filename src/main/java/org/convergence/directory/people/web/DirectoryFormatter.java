package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats the directory's values. */
final class DirectoryFormatter {

    private DirectoryFormatter() {}

    static String kind(OrganisationKind kind, Words t) {
        return t.say(kind.key());
    }

    static List<Option> kinds(Words t) {
        return Arrays.stream(OrganisationKind.values())
                .map(kind -> Option.of(kind, kind(kind, t)))
                .toList();
    }

    static List<Option> natures(Words t) {
        return Arrays.stream(AffiliationNature.values())
                .map(nature -> Option.of(nature, t.say(nature.key())))
                .toList();
    }

    /** The name of a place; empty for none. */
    static String formatPlace(@Nullable String code, Words t) {
        return code == null
                ? ""
                : Place.findByCode(code).map(place -> place.name(t)).orElse(code);
    }

    /** The code of a typed place, where an organisation can be there. */
    static Optional<String> placeCode(String written) {
        return Place.parse(written)
                .filter(place -> place instanceof Place.InQuebec || place instanceof Place.InCountry)
                .map(Place::code);
    }

    /** The suggested places: regions, then countries. */
    static List<String> places(Words t) {
        List<String> names = new ArrayList<>();
        Arrays.stream(Region.values()).map(Region::officialName).forEach(names::add);
        Country.findAll(t).stream().map(country -> country.name(t)).forEach(names::add);
        return names;
    }

    /** The values of a channel, for a cell of a file; of both spheres where none is given. */
    static String contacts(List<ContactPoint> points, ContactChannel channel, @Nullable ContactSphere sphere) {
        return points.stream()
                .filter(point -> point.channel() == channel && (sphere == null || point.sphere() == sphere))
                .map(ContactPoint::value)
                .collect(Collectors.joining("; "));
    }

    /** « depuis le 3 mai 2019 »; empty where unknown. */
    static String period(Period period, Words t) {
        return t.period(period.since(), period.until());
    }

    /** Kind and place on one line, where known. */
    static String kindAndPlace(OrganisationKind kind, @Nullable String place, Words t) {
        List<String> parts = new ArrayList<>();
        if (kind != OrganisationKind.OTHER) {
            parts.add(kind(kind, t));
        }
        if (place != null) {
            parts.add(formatPlace(place, t));
        }
        return String.join(" · ", parts);
    }
}
