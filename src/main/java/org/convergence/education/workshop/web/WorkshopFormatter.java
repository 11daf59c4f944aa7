package org.convergence.education.workshop.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.education.workshop.domain.Workshop;
import org.convergence.education.workshop.domain.Workshop.CoCreation;
import org.convergence.education.workshop.domain.WorkshopPolicy;
import org.convergence.education.workshop.domain.WorkshopPolicy.FacilitatorFit;
import org.convergence.education.workshop.domain.WorkshopPolicy.YearCapacity;
import org.convergence.education.workshop.domain.WorkshopRequestQueries.WorkshopRequestRow;
import org.convergence.platform.geography.Place;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Words for workshops, capacity, facilitators and sessions. */
final class WorkshopFormatter {

    private WorkshopFormatter() {}

    /** The regions of Québec. */
    static List<Option> regions() {
        return Arrays.stream(Region.values())
                .map(region -> new Option("QC-" + region.code(), region.officialName()))
                .toList();
    }

    /** The regions of Québec, and online. */
    static List<Option> places(Words t) {
        return Stream.concat(Stream.of(new Option(Place.ONLINE.code(), Place.ONLINE.name(t))), regions().stream())
                .toList();
    }

    static String place(@Nullable String region, String place, Words t) {
        String name = region == null ? "" : Place.of(region).name(t);
        return Stream.of(place, name).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }

    static String when(LocalDate day, @Nullable String begins, Words t) {
        return begins == null
                ? t.capital(t.dayAndDate(day))
                : t.capital(t.say("public.workshop.at", t.dayAndDate(day), WorkshopPolicy.time(begins)));
    }

    static String duration(int minutes, Words t) {
        return t.hours(BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, java.math.RoundingMode.HALF_UP));
    }

    /** Duration and languages, and the licence of a workshop that was written with a partner. */
    static String offer(Workshop it, Words t) {
        CoCreation with = it.with();
        String licence = with == null ? null : with.licence();
        return duration(it.minutes(), t) + " · " + languages(it.languages(), t)
                + (licence == null ? "" : " · " + licence);
    }

    static String languages(List<String> codes, Words t) {
        return t.list(codes.stream().map(t::languageName).toList());
    }

    /** What is left of a year's hours, in a sentence. */
    static String capacity(YearCapacity it, Words t) {
        BigDecimal left = it.left();
        if (it.hours() == null || left == null) {
            return t.say("workshop.capacity.none", String.valueOf(it.year()));
        }
        String promised = t.hours(it.planned());
        return left.signum() < 0
                ? t.say(
                        "workshop.capacity.over",
                        t.hours(left.negate()),
                        t.hours(it.hours()),
                        String.valueOf(it.year()),
                        promised,
                        t.hours(it.offered()))
                : t.say(
                        "workshop.capacity.left",
                        t.hours(left),
                        t.hours(it.hours()),
                        String.valueOf(it.year()),
                        promised,
                        t.hours(it.offered()));
    }

    /** A facilitator with what speaks for or against the choice. */
    static String fit(FacilitatorFit it, Words t) {
        List<String> parts = new ArrayList<>(List.of(it.facilitator().name()));
        parts.add(t.say(it.free() ? "workshop.fit.free" : "workshop.fit.busy"));
        if (!it.masters()) {
            parts.add(t.say("workshop.fit.does-not-master"));
        }
        if (!it.near()) {
            parts.add(t.say("workshop.fit.far"));
        }
        return String.join(" · ", parts);
    }

    /** Since when or until when a request waits. */
    static String standing(WorkshopRequestRow it, Words t) {
        return it.state().isOpen()
                ? t.say("workshop.request.promised", it.promisedOn())
                : t.say("workshop.request.received", it.receivedOn());
    }
}
