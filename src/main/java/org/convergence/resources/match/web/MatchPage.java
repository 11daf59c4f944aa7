package org.convergence.resources.match.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.match.domain.MatchSourceFacts.MatchSourceId;
import org.convergence.resources.spending.MatchFormatter.MatchPart;
import org.jspecify.annotations.Nullable;

/**
 * The match of an agreement.
 *
 * @param match {@code null} if the agreement asks none
 * @param free what no agreement uses, to be ticked
 * @param forms {@code null} without the permission
 */
public record MatchPage(
        String url,
        String title,
        String agreement,
        @Nullable MatchPart match,
        String none,
        List<MatchSourcePart> sources,
        List<Option> free,
        @Nullable MatchForms forms) {

    static final String PATH = "/resources/match";

    /**
     * The forms of the page: what the clause asks, what is free, what is given, money.
     *
     * @param others the other agreements whose money may match
     */
    public record MatchForms(
            Form clause,
            Form free,
            Form gift,
            Form money,
            ChooserField giver,
            ChooserField person,
            List<Option> others) {}

    /** A source in the list. */
    public record MatchSourcePart(
            String url, String day, String what, String detail, String amount, Tone tone, String state) {}

    /** A fact of a source. */
    public record MatchFact(String label, String value) {}

    /**
     * One source.
     *
     * @param confirm {@code null} unless the reader may say that it is confirmed
     * @param mayRemove whether no filed report counts it, and the reader may delete it
     */
    public record MatchSourcePage(
            String url,
            String title,
            String match,
            Tone tone,
            String state,
            List<MatchFact> facts,
            @Nullable Form confirm,
            boolean mayRemove) {}

    static String url(AgreementId agreement) {
        return PATH + "/" + agreement.value();
    }

    static String url(AgreementId agreement, MatchSourceId source) {
        return url(agreement) + "/source/" + source.value();
    }
}
