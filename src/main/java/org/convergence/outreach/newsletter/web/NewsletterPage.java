package org.convergence.outreach.newsletter.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.secondlook.SecondLookParts.SecondLookPart;
import org.convergence.directory.segment.AudienceRemedy;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;
import org.convergence.platform.mail.MailingService.RenderedLetter;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TextSource.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * An issue.
 *
 * @param obstacles what stands in the way of sending it
 * @param notice when it leaves, or why it paused; {@code null} for nothing to say
 * @param outcome what came of it; {@code null} before it left
 * @param archived whether it is in the public archive
 * @param mayArchive whether it may stand there: a letter of it has arrived
 * @param isWithAnotherTool whether another tool has its addresses, or sent it
 * @param mayCopy whether a new issue may be begun with its texts
 * @param looks the second looks by link
 * @param replies the form in which replies are counted
 */
public record NewsletterPage(
        String url,
        String title,
        NewsletterState state,
        String stateName,
        List<IssueFact> facts,
        List<String> languages,
        List<IssueBlock> blocks,
        List<Option> added,
        List<String> obstacles,
        @Nullable String notice,
        @Nullable NewsletterOutcomePart outcome,
        Form replies,
        boolean archived,
        boolean mayArchive,
        boolean isHandedOver,
        boolean isWithAnotherTool,
        boolean mayWrite,
        boolean mayCopy,
        boolean maySend,
        SecondLookPart looks) {

    /**
     * A fact about the issue.
     *
     * @param url of the people or the kits behind a number; {@code null} for none
     */
    public record IssueFact(
            String label, String text, @Nullable String url) {

        IssueFact(String label, String text) {
            this(label, text, null);
        }
    }

    /**
     * The people behind a number of an issue.
     *
     * @param hidden how many of them are not named, in words; {@code null} for none
     * @param next the address of the next people; {@code null} at the end
     */
    public record IssuePeoplePage(
            String url,
            String title,
            String heading,
            List<IssuePersonRow> people,
            @Nullable String hidden,
            @Nullable String next) {}

    /** A person, and what became of the letter. */
    public record IssuePersonRow(String url, String name, String detail) {}

    /**
     * A block with its texts side by side.
     *
     * @param detail its day or its link; {@code null} for none
     * @param picture {@code null} if it has none
     * @param mayHavePicture whether it can get one
     * @param mayMove whether it can be put before the one above
     */
    public record IssueBlock(
            String url,
            String kind,
            @Nullable String detail,
            @Nullable PictureThumbnail picture,
            boolean mayHavePicture,
            List<BlockTextColumn> texts,
            boolean isFixed,
            boolean mayMove) {}

    /** A text in a language; a stale one does not say the latest revision. */
    public record BlockTextColumn(String code, String language, String title, String body, boolean isStale) {}

    /**
     * What came of it: never who opened it.
     *
     * @param limits which limits make its letters wait, one sentence for each
     */
    public record NewsletterOutcomePart(
            List<IssueFact> letters, List<String> limits, List<IssueFact> reasons, boolean mayPause) {}

    /**
     * The issues.
     *
     * @param next the address of older ones; {@code null} if there are none
     */
    public record NewsletterListPage(
            List<IssueItem> items, @Nullable String next, boolean mayWrite) {}

    /** An issue in the list. */
    public record IssueItem(
            String url, String title, @Nullable String detail, NewsletterState state, String stateName) {}

    /** The recipients of an issue. */
    public record NewsletterSettingsPage(
            Form form, String url, String title, List<Option> segments, List<Option> actions) {}

    /**
     * An issue that another mailing tool sends.
     *
     * @param start the form that hands it over
     * @param reach the people it would reach; {@code null} once it is handed over, or while something stands in the way
     * @param hindrance why it does not go out any more, once it is handed over; {@code null} while it does
     * @param sources its HTML by language, once it is handed over
     */
    public record ElsewherePage(
            Form form,
            Form start,
            String url,
            String title,
            boolean isHandedOver,
            @Nullable String reach,
            List<String> obstacles,
            @Nullable String hindrance,
            List<LetterSource> sources) {}

    /** The HTML of an issue in a language. */
    public record LetterSource(String code, String language, String html) {}

    /**
     * What another tool told of an issue.
     *
     * @param done what was recorded; {@code null} before
     * @param unknown addresses that nobody has here
     * @param more how many of them are not shown; {@code null} for none
     */
    public record ReturnsPage(
            Form form,
            String url,
            String title,
            @Nullable String done,
            List<String> unknown,
            @Nullable String more) {}

    /**
     * The choice of the issue that takes a text.
     *
     * @param issues those that are being written, the latest first
     */
    public record TextPage(Form form, SourceText text, List<Option> issues) {}

    /**
     * A picture in a page for its writers.
     *
     * @param url of its small version
     */
    public record PictureThumbnail(String url, String alternative, String credit) {

        static PictureThumbnail of(NewsletterPicture picture, String language) {
            return new PictureThumbnail(
                    "/platform/document/" + picture.document().value() + "/thumbnail",
                    picture.alternative(language).orElse(""),
                    picture.credit());
        }
    }

    /**
     * The picture of a block.
     *
     * @param picture {@code null} if it has none
     * @param languages codes
     * @param isEditable whether its issue is a draft; otherwise it can only be taken out
     */
    public record IssuePictureFormPage(
            Form form,
            String action,
            String url,
            String title,
            @Nullable PictureThumbnail picture,
            List<String> languages,
            boolean isEditable) {}

    /** A block being written, in all languages. */
    public record BlockFormPage(
            Form form,
            String action,
            String url,
            String title,
            String kind,
            boolean hasTitle,
            boolean hasBody,
            boolean hasDay,
            boolean hasLink,
            List<BlockTextColumn> languages) {}

    /**
     * An issue as one person gets it.
     *
     * @param recipient why the person gets it or not; {@code null} if there is nobody
     * @param heavy the size, if mail programs would cut it off; {@code null} if it is small
     */
    public record PreviewPage(
            String url,
            String title,
            Form form,
            ChooserField person,
            @Nullable String recipient,
            String language,
            List<Option> languages,
            RenderedLetter letter,
            @Nullable String heavy) {}

    /**
     * The reach of an issue on a day before it is confirmed.
     *
     * @param week who had a letter this week, with the first free day, which the form proposes; {@code null} for nobody
     * @param remedies what to do first where nobody would get it
     * @param stop who else can stop it, and how they learn of it
     */
    public record SendPage(
            Form form,
            String url,
            String title,
            String reach,
            List<IssueFact> languages,
            List<ExcludedGroup> exclusions,
            List<IssueFact> checks,
            String peopleUrl,
            @Nullable String week,
            List<AudienceRemedy> remedies,
            String stop,
            boolean sends) {}

    /** The people excluded for one reason, and the lawful way forward. */
    public record ExcludedGroup(String url, String count, String reason, String way) {}

    /** A day at which an issue leaves, as typed. */
    record SendingInput(int version, @Nullable LocalDate on, int hour, int mostErrors) {}

    /**
     * The confirmation before an issue is published in the archive.
     *
     * @param audience that it was written for, in words
     */
    public record ArchivePage(Form form, String url, String title, String audience) {}
}
