package org.convergence.outreach.assembly.domain;

import org.convergence.outreach.assembly.domain.ResolutionDetails.ResolutionMover;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats resolutions as in minutes (R-GOV-14). */
public final class ResolutionFormatter {

    private ResolutionFormatter() {}

    /** « Il est proposé par X (FIQ), appuyé par Y (CSD), de … . »; a text that starts a sentence follows a colon. */
    public static String formatSentence(ResolutionDetails it, Words t) {
        String typed = it.facts().text().strip();
        String whole = Character.isLetterOrDigit(typed.codePointBefore(typed.length())) ? typed + "." : typed;
        String text = t.language() == Language.FRENCH ? FrenchInfinitive.link(whole) : whole;
        boolean goesOn = Character.isLowerCase(text.codePointAt(0));
        String proposer = name(it.proposer(), t);
        String seconder = name(it.seconder(), t);
        if (proposer == null) {
            return t.say("assembly.resolution.sentence.none", text, String.valueOf(goesOn));
        }
        return seconder == null
                ? t.say("assembly.resolution.sentence.proposed", proposer, text, String.valueOf(goesOn))
                : t.say("assembly.resolution.sentence", proposer, seconder, text, String.valueOf(goesOn));
    }

    /** « Adoptée », « Adoptée sans quorum, rejetée ensuite (résolution CA-2027-01-01) ». */
    public static String formatState(ResolutionDetails it, Words t) {
        return t.say(it.stateKey(), it.decidedBy());
    }

    private static @Nullable String name(@Nullable ResolutionMover mover, Words t) {
        if (mover == null) {
            return null;
        }
        return mover.organisation() == null
                ? mover.name()
                : t.say("assembly.resolution.mover", mover.name(), mover.organisation());
    }

    /** « Adoptée à l'unanimité. », « Adoptée à la majorité : 8 pour, 4 contre, 2 abstentions. » */
    public static String formatVote(ResolutionDetails it, Words t) {
        ResolutionFacts.Ballot ballot = it.facts().ballot();
        String vote = ballot == null
                ? t.say(it.carried() ? "assembly.vote.unanimous" : "assembly.vote.nobody")
                : t.say(
                        it.carried() ? "assembly.vote.carried" : "assembly.vote.lost",
                        ballot.inFavour(),
                        ballot.against(),
                        ballot.abstained());
        String asked = it.facts().article() == null
                ? vote
                : vote + " "
                        + t.say(
                                "assembly.vote.asked",
                                it.majority().article(),
                                AssemblyFormatter.formatMajority(it.majority(), t));
        String quorum =
                formatLackOfQuorum(it.opening().quorumPresent(), it.opening().quorumRequired(), t);
        ResolutionFacts.QuorumCheck check = it.quorumCheck();
        return asked
                + quorum
                + (check == null
                        ? ""
                        : " "
                                + t.say(
                                        "assembly.vote." + check.name(),
                                        it.opening().cards()))
                + (it.facts().dissent().isEmpty()
                        ? ""
                        : " " + t.say("assembly.vote.dissent", it.facts().dissent()));
    }

    /** « Vote ouvert sans quorum : 7 sur les 8 qu’il fallait. », after a space; empty if it was reached. */
    public static String formatLackOfQuorum(@Nullable Integer present, @Nullable Integer required, Words t) {
        return present == null ? "" : " " + t.say("assembly.vote.no-quorum", present, required);
    }
}
