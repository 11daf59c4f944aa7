package org.convergence.safety.guide.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.CountrySection.CountryPart;
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

    /** The list of countries with an advisory. */
    public record AdvisoryListPage(List<AdvisoryPage> rows, boolean mayEdit) {}

    /**
     * The page of a country.
     *
     * @param edit address that records a level; {@code null} without the permission
     * @param parts what the other modules know of it
     */
    public record CountryPage(
            AdvisoryPage advisory, @Nullable String edit, List<CountryPart> parts) {}

    /** The form of one advisory, or of a file. */
    public record AdvisoryFormPage(Form form, boolean isImport, List<Option> countries) {

        public String action() {
            return LIST + (isImport ? "/import" : "/new");
        }
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
                advisory.source() == null
                        ? t.say("guide.unknown.text")
                        : AdvisoryController.isStale(advisory, today) ? t.say("guide.stale", FRESH_DAYS) : null);
    }
}
