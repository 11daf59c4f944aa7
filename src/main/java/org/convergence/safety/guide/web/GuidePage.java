package org.convergence.safety.guide.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.safety.guide.GuideTopic;
import org.jspecify.annotations.Nullable;

/**
 * The guide of a country.
 *
 * @param advisory its level, which counts before any guide
 * @param state « Relu le 3 octobre 2026 · 2 parties à relire »; empty if nothing is written
 * @param missing headings without a text: an address that writes one, empty without the permission, with its title
 * @param because the title of a record because of which a part is to be revised; {@code null} for none
 * @param from what is added to addresses of parts, so that the revision is told to that record; empty for none
 */
public record GuidePage(
        AdvisoryPage advisory,
        String url,
        String state,
        List<GuideSection> sections,
        List<Option> missing,
        @Nullable String because,
        String from,
        boolean mayEdit) {

    /** What a part says. */
    public static final Field<String> CONTENT = Field.text("content", "guide.field.content", 8_000);

    /** The day on which it was last read. */
    public static final Field<LocalDate> REVIEWED_ON = Field.date("reviewedOn", "guide.field.reviewed_on");

    /**
     * A part.
     *
     * @param reviewed « Relu le 3 octobre 2026 par Maryse »
     */
    public record GuideSection(
            String id, String title, String content, String reviewed, boolean isStale, int version) {}

    /**
     * The guide on a phone, which keeps it for when there is no network: it names nobody.
     *
     * @param level of the advisory, with its day
     * @param day on which the page was made
     */
    public record GuidePhonePage(String title, String url, String level, String day, List<GuideSection> sections) {}

    /**
     * The form of a part.
     *
     * @param help what to write under its heading
     * @param earlier what it said before, the latest first
     */
    public record GuidePartPage(
            String country,
            String guide,
            String action,
            String title,
            String help,
            @Nullable String reviewed,
            Form form,
            List<EarlierPart> earlier) {}

    /** What a part said, until when, and who changed it. */
    public record EarlierPart(String until, String content) {}

    static String url(Country country) {
        return AdvisoryPage.url(country) + "/guide";
    }

    static String url(Country country, GuideTopic heading) {
        return url(country) + "/" + heading;
    }
}
