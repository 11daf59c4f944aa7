package org.convergence.education.internship.web;

import java.util.List;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A file as its candidate or intern sees it by the link.
 *
 * @param lead where it stands, and what comes next
 * @param missing the open gates of an intern
 * @param trained the hours of training of an intern; {@code null} for candidates
 * @param form the file; {@code null} once it can no longer be changed
 * @param saved what another device saved while this form was open
 * @param activity the form of a return activity; {@code null} for candidates
 * @param storyUrl where an intern says what it was like; {@code null} before the return
 * @param host {@code null} for candidates, and where none is named
 */
public record CandidatePage(
        Words words,
        InternshipCall call,
        @Nullable String done,
        String lead,
        String contact,
        List<InternshipCriterion> criteria,
        List<String> missing,
        @Nullable String trained,
        boolean isIntern,
        boolean isSent,
        boolean mayWithdraw,
        List<CandidateActivity> activities,
        String address,
        String language,
        List<Option> unions,
        List<Option> languages,
        FormShield shield,
        @Nullable Form form,
        List<InternshipFact> saved,
        @Nullable Form activity,
        @Nullable String storyUrl,
        @Nullable CandidateHost host)
        implements TranslatedPage {

    /**
     * The host of an intern.
     *
     * @param contact there, with the number; {@code null} where it is not known yet
     * @param isNamed whether the host sees the intern's name
     */
    public record CandidateHost(String name, @Nullable String contact, boolean isNamed) {}

    /** A return activity of an intern; a planned one has the form that records it. */
    public record CandidateActivity(
            String id,
            String title,
            String detail,
            Tone tone,
            String state,
            @Nullable Form form) {}
}
