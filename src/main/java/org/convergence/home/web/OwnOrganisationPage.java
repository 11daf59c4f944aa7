package org.convergence.home.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.geography.Region;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the organisation, with their effects and history.
 *
 * @param settings the current ones
 */
public record OwnOrganisationPage(
        OrganisationProfile settings, Form form, @Nullable Conflict conflict, ChangeHistory history, Instant now) {

    /** The fields that are compared in an edit conflict. */
    static final List<String> FIELDS = List.of(
            "name",
            "first",
            "languages",
            "zone",
            "fiscalMonth",
            "place",
            "legalName",
            "registration",
            "address",
            "phone",
            "mail",
            "site",
            "chequesTo",
            "bankDetails",
            "signatory",
            "signatoryTitle",
            "giving");

    /** The available languages. */
    public List<Option> languages(Words t) {
        return Arrays.stream(Language.values())
                .map(language -> Option.of(language, t.capital(t.languageName(language.code()))))
                .toList();
    }

    /** The offered time zones, and the current one. */
    public List<Option> zones(Words t) {
        return Stream.concat(
                        TimeZones.OFFERED.stream(), Stream.of(settings.zone().getId()))
                .distinct()
                .map(zone -> new Option(zone, zoneName(zone, t)))
                .toList();
    }

    /** The months in which a fiscal year may begin. */
    public List<Option> months(Words t) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new Option(String.valueOf(month), monthName(month, t)))
                .toList();
    }

    /** Québec's regions, then the countries. */
    public List<Option> places(Words t) {
        return Stream.concat(
                        Arrays.stream(Region.values()).map(Place.InQuebec::new),
                        Country.findAll(t).stream().map(Place.InCountry::new))
                .map(place -> new Option(place.code(), place.name(t)))
                .toList();
    }

    /** The current time in the organisation's zone. */
    public LocalTime time() {
        return LocalTime.ofInstant(now, settings.zone());
    }

    /** First day of the current fiscal year. */
    public LocalDate yearFrom() {
        return settings.fiscalYearOf(LocalDate.ofInstant(now, settings.zone()));
    }

    /** Its last day. */
    public LocalDate yearTo() {
        return yearFrom().plusYears(1).minusDays(1);
    }

    /** A field's value for display. */
    static String formatValue(String field, String value, Words t) {
        return switch (field) {
            case "zone" -> zoneName(value, t);
            case "fiscalMonth" -> value.matches("\\d{1,2}") ? monthName(Integer.parseInt(value), t) : value;
            case "place" -> Place.findByCode(value).map(place -> place.name(t)).orElse(value);
            case "first", "languages" ->
                Arrays.stream(Language.values())
                        .filter(language -> language.name().equals(value))
                        .map(language -> t.languageName(language.code()))
                        .findFirst()
                        .orElse(value);
            default -> value;
        };
    }

    private static String monthName(int month, Words t) {
        return month < 1 || month > 12 ? "" : t.capital(t.monthName(month));
    }

    private static String zoneName(String zone, Words t) {
        return t.has(TimeZones.key(zone)) ? t.say(TimeZones.key(zone)) : zone;
    }
}
