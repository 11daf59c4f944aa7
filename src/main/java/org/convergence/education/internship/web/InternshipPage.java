package org.convergence.education.internship.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCall.SeatQuota;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of a call and its cohort.
 *
 * @param publicUrl where candidates begin; {@code null} while it is prepared
 * @param files the files and their readings; empty once it is decided
 * @param readers {@code null} unless files are read, and without the permission
 * @param letters the answers to send, and the state of those sent; empty before the decision
 * @param untold files whose answer reached nobody by letter
 * @param totals what the cohort did on return; {@code null} before the decision
 * @param mission the form that links the mission; {@code null} before the decision and without the permission
 */
public record InternshipPage(
        String url,
        String title,
        Tone tone,
        String state,
        String lead,
        @Nullable String publicUrl,
        List<InternshipFact> facts,
        List<String> criteria,
        List<FileRow> files,
        @Nullable ReadersPart readers,
        List<AnswerLetters> letters,
        List<FileRow> untold,
        List<FileRow> interns,
        List<FileRow> reserve,
        @Nullable String totals,
        @Nullable Form mission,
        List<Option> missions,
        @Nullable String missionUrl,
        StayPart stay,
        HostPart host,
        boolean isDraft,
        boolean mayDecide,
        boolean mayEdit) {

    static final String LIST = "/education/internship";

    static String url(InternshipCallId id) {
        return LIST + "/" + id.value();
    }

    static String url(InternshipFileId id) {
        return LIST + "/files/" + id.value();
    }

    /**
     * The host of a cohort.
     *
     * @param url its record, from which it gets its page by link; {@code null} without a host
     * @param form names it; {@code null} without the permission
     * @param chooser {@code null} without the permission
     */
    public record HostPart(
            List<InternshipFact> facts,
            @Nullable String url,
            @Nullable Form form,
            @Nullable ChooserField chooser) {}

    /**
     * The return of a cohort without a mission.
     *
     * @param form records it; {@code null} before the return, once it is recorded and without the permission
     * @param url the realisation of the stay; {@code null} until it is recorded
     */
    public record StayPart(
            @Nullable Form form,
            List<Option> countries,
            @Nullable String url) {}

    /** A fact about a call. */
    public record InternshipFact(String label, String text) {}

    /**
     * A file in a list.
     *
     * @param url its page; {@code null} for none
     * @param act the address of its one gesture, such as giving a free seat; {@code null} for none
     */
    public record FileRow(
            String name,
            @Nullable String url,
            String detail,
            Tone tone,
            String state,
            @Nullable String act) {}

    /**
     * The letters to candidates with one answer.
     *
     * @param url where those who were not told yet are written to; {@code null} for the state of letters to the others
     */
    public record AnswerLetters(String label, @Nullable String url) {}

    /** The calls. */
    public record InternshipListPage(List<FileRow> calls, boolean isReader, boolean mayEdit) {}

    /** The form of a call. */
    public record InternshipFormPage(
            Form form,
            String key,
            String action,
            String cancel,
            List<SeatQuota> quotas,
            ChooserField quotaChooser,
            ChooserField readers,
            ChooserField responsible,
            List<Option> actions) {}

    /** The choice of the committee: each file with what the scores propose, and the notes of its readers. */
    public record DecisionPage(
            String url,
            String title,
            String lead,
            List<FileRow> files,
            List<List<String>> notes,
            List<String> fields,
            List<Option> options,
            Form form) {}

    /** The files that a reader may score; without a call, the calls. */
    public record FilesToReadPage(String title, @Nullable String lead, List<FileRow> rows) {}

    /**
     * The files of a call for a reader without an account.
     *
     * @param done what was just done; {@code null} for nothing
     * @param problem why a file did not open; {@code null} for none
     */
    public record LinkedFilesPage(
            Words words,
            String title,
            String lead,
            @Nullable String done,
            @Nullable String problem,
            String address,
            List<Option> languages,
            List<FileRow> rows)
            implements TranslatedPage {}

    /** A file to score, for a reader without an account. */
    public record LinkedFilePage(
            Words words, String address, List<Option> languages, FormShield shield, BlindFilePage file)
            implements TranslatedPage {}

    /** The readers of a call, and how many are to be sent their link. */
    public record ReadersPart(List<FileRow> rows, int toSend) {}

    /**
     * A file to score, without a name.
     *
     * @param query what forms add to their address; empty for a reader with an account
     */
    public record BlindFilePage(
            String url,
            String listUrl,
            String query,
            String title,
            String call,
            List<BlindAnswer> answers,
            Form form,
            Form recusal) {}

    /** An answer to a criterion, with the field of its points. */
    public record BlindAnswer(String criterion, String field, int most, String text) {}

    /**
     * The page of an intern.
     *
     * @param found the union and the person to link, by name; {@code null} for none, and without the permission
     * @param release the form of the release; {@code null} without the permission
     * @param activity the form of a new return activity; {@code null} without the permission
     * @param union links the union of the directory; {@code null} without the permission
     * @param mayAttest whether the attestation can be given
     * @param attestation the address of the attestation; {@code null} before it is given
     * @param mayAsk whether the union can be asked by a letter
     * @param letter the state of the last letter to the union; {@code null} for none
     * @param trained the hours of training
     * @param meetings its meetings
     * @param training the form of a new one; {@code null} without the permission
     */
    public record InternPage(
            String url,
            String name,
            String callUrl,
            String call,
            Tone tone,
            String stage,
            @Nullable String found,
            List<String> blocks,
            List<InternshipFact> facts,
            @Nullable Form release,
            @Nullable String cost,
            boolean mayAsk,
            @Nullable String letter,
            ChecklistPart checklist,
            String trained,
            List<FileRow> meetings,
            @Nullable Form training,
            List<FileRow> activities,
            @Nullable Form activity,
            @Nullable Form person,
            @Nullable ChooserField chooser,
            @Nullable Form union,
            @Nullable ChooserField unions,
            boolean mayAttest,
            @Nullable String attestation,
            List<InternshipFact> story,
            boolean mayRecordStory,
            boolean isForMembers) {}

    /**
     * A published call for the public, with the form that begins a file.
     *
     * @param words in the language of the page
     * @param apply how to begin
     * @param form {@code null} while it is not open
     */
    public record PublicCallPage(
            Words words,
            InternshipCall call,
            List<InternshipCriterion> criteria,
            List<String> facts,
            String apply,
            String address,
            String action,
            List<Option> unions,
            List<Option> languages,
            FormShield shield,
            @Nullable Form form)
            implements TranslatedPage {}

    /**
     * The page of an intern who is back.
     *
     * @param consent what the intern agreed to; {@code null} for nothing that lasts
     */
    public record StoryPage(
            Words words,
            String title,
            @Nullable String done,
            String back,
            String address,
            List<Option> languages,
            Form form,
            FormShield shield,
            @Nullable String consent)
            implements TranslatedPage {}
}
