package org.convergence.safety.guide.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.convergence.safety.guide.domain.AdvisoryRegister;
import org.jspecify.annotations.Nullable;

/**
 * The advisory of a country, in words.
 *
 * @param level that counts, the worst of country and regions
 * @param detail level of country and region where they differ, source and date
 * @param warning {@code null} unless it was last checked long ago, or is unknown
 */
public record AdvisoryPage(
        String name,
        String url,
        Tone tone,
        String level,
        String detail,
        @Nullable String warning) {

    static final String LIST = "/safety/guide";

    /** Days after which an advisory that nobody confirmed is no longer relied upon. */
    static final int FRESH_DAYS = 31;

    /**
     * The list of countries with an advisory.
     *
     * @param register when the register was read at its address, and since when and why it is not; {@code null} without
     *     an address
     * @param isFailing whether the last reading failed
     */
    public record AdvisoryListPage(
            List<AdvisoryPage> rows, @Nullable String register, boolean isFailing, boolean mayEdit) {}

    /**
     * The page of a country.
     *
     * @param edit address that records a level; {@code null} without the permission
     * @param parts what the other modules know of it
     */
    public record CountryPage(
            AdvisoryPage advisory, @Nullable String edit, List<CountryPart> parts) {}

    /**
     * The form of one advisory, of a file, or of the address of the register.
     *
     * @param kind new, import or address
     */
    public record AdvisoryFormPage(Form form, String kind, List<Option> countries) {

        public String action() {
            return LIST + "/" + kind;
        }
    }

    /** When the register was read at its address, and since when and why it is not. */
    static String describe(AdvisoryRegister register, Words t) {
        FetchProblem problem = register.readProblem();
        return problem == null || register.failingSince() == null
                ? t.say("guide.register.read", day(register.readAt(), t))
                : t.say(
                        "guide.register.failing",
                        day(register.readAt(), t),
                        day(register.failingSince(), t),
                        t.say(problem.key(), problem.arguments().toArray()));
    }

    private static String day(Instant instant, Words t) {
        return t.date(instant.atZone(t.zone()).toLocalDate());
    }

    static String url(Country country) {
        return LIST + "/" + country.code();
    }

    static AdvisoryPage of(CountryAdvisory advisory, LocalDate today, Words t) {
        AdvisoryLevel worst = advisory.worst();
        AdvisoryLevel regional = advisory.regional();
        String published = advisory.source() == null
                ? t.say("guide.unknown")
                : t.say("guide.published", advisory.source(), advisory.publishedOn(), advisory.checkedOn());
        return new AdvisoryPage(
                advisory.country().name(t),
                url(advisory.country()),
                worst.tone(),
                t.say(worst.key()),
                regional == null || regional == advisory.level()
                        ? published
                        : t.say("guide.regional", t.say(advisory.level().key()), t.say(regional.key())) + " · "
                                + published,
                warning(advisory, today, t));
    }

    private static @Nullable String warning(CountryAdvisory advisory, LocalDate today, Words t) {
        if (advisory.source() == null) {
            return t.say("guide.unknown.text");
        }
        if (advisory.regional() == AdvisoryLevel.UNKNOWN) {
            return t.say("guide.region.text");
        }
        return AdvisoryController.isStale(advisory, today) ? t.say("guide.stale", FRESH_DAYS) : null;
    }
}
