package org.convergence.advocacy.urgentaction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.IdentityDegree;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskCheck;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskTier;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionOutcome;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsent;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsentGiver;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPolicy.Signatory;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The yes, the check, the expiry (R-ADV-10) and the count (R-ADV-8). */
class UrgentActionPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 20);
    private static final PublicText FRENCH = new PublicText("fr", "Titre", "Récit", "Objet", "Lettre");
    private static final PublicText SPANISH = new PublicText("es", "Título", "Relato", "Asunto", "Carta");

    private static WordingConsent yes(int wording, LocalDate until) {
        return new WordingConsent(
                WordingConsentGiver.ORGANISATION, "La présidence", "au téléphone", TODAY, until, wording);
    }

    private static UrgentAction action(@Nullable WordingConsent consent, @Nullable RiskTier checked) {
        return action(consent, checked, null);
    }

    private static UrgentAction action(
            @Nullable WordingConsent consent, @Nullable RiskTier checked, @Nullable UrgentActionOutcome outcome) {
        return new UrgentAction(
                new UrgentActionId(new UUID(0, 1)),
                1,
                2026,
                1,
                "Menaces",
                new OrganisationId(new UUID(0, 2)),
                "Unión",
                "CO",
                null,
                null,
                "Alerte",
                TODAY,
                IdentityDegree.ORGANISATION,
                RiskTier.HIGH,
                new UUID(0, 3),
                LAST,
                null,
                null,
                4,
                consent,
                checked == null ? null : new RiskCheck("Claude", TODAY, checked),
                outcome == null ? UrgentActionState.OUT : UrgentActionState.CLOSED,
                Instant.EPOCH,
                null,
                outcome == null ? null : TODAY,
                outcome,
                "",
                null,
                null);
    }

    private static TargetInOffice target(@Nullable LocalDate until) {
        return new TargetInOffice("M. Ruiz", "Ministre", "ministro@gob.example", "Señor Ministro,", until);
    }

    @Test
    void yesIsToTheseWordsAndForThisLong() {
        assertThat(UrgentActionPolicy.isConsented(action(yes(4, LAST), null))).isTrue();
        assertThat(UrgentActionPolicy.isConsented(action(yes(3, LAST), null)))
                .as("the words changed since")
                .isFalse();
        assertThat(UrgentActionPolicy.isConsented(action(yes(4, LAST.minusDays(1)), null)))
                .as("it ends before the action")
                .isFalse();
        assertThat(UrgentActionPolicy.isConsented(action(null, null))).isFalse();
    }

    @Test
    void onlyGoodEndIsShownAsGood() {
        assertThat(action(null, null, UrgentActionOutcome.WELL).shownTone(TODAY))
                .isEqualTo(Tone.OK);
        for (UrgentActionOutcome end : EnumSet.complementOf(EnumSet.of(UrgentActionOutcome.WELL))) {
            assertThat(action(null, null, end).shownTone(TODAY)).as(end.name()).isEqualTo(Tone.REST);
        }
        assertThat(action(null, null).shownTone(LAST.plusDays(1))).isEqualTo(Tone.WARN);
    }

    @Test
    void tierChangeAsksForTheCheckAgain() {
        assertThat(UrgentActionPolicy.isChecked(action(null, RiskTier.HIGH))).isTrue();
        assertThat(UrgentActionPolicy.isChecked(action(null, RiskTier.LOW))).isFalse();
    }

    @Test
    void pageIsShownWhileYesAndCheckHoldUntilTheLastDay() {
        UrgentAction out = action(yes(4, LAST), RiskTier.HIGH);
        assertThat(UrgentActionPolicy.isPublic(out, TODAY)).isTrue();
        assertThat(UrgentActionPolicy.isPublic(out, LAST)).isTrue();
        assertThat(UrgentActionPolicy.isPublic(out, LAST.plusDays(1))).isFalse();
        assertThat(UrgentActionPolicy.isPublic(action(yes(3, LAST), RiskTier.HIGH), TODAY))
                .isFalse();
        assertThat(UrgentActionPolicy.isPublic(action(yes(4, LAST), RiskTier.LOW), TODAY))
                .isFalse();
    }

    @Test
    void actionLeavesInFrenchAndSpanishToSomeoneStillInOffice() {
        UrgentAction ready = action(yes(4, LAST), RiskTier.HIGH);
        assertThat(UrgentActionPolicy.findObstacles(
                        ready, new PublicWording(List.of(FRENCH, SPANISH), List.of(target(TODAY))), TODAY))
                .containsExactly(UrgentActionPolicy.NO_SEGMENT);
        assertThat(UrgentActionPolicy.findObstacles(
                        ready, new PublicWording(List.of(FRENCH), List.of(target(TODAY.minusDays(1)))), TODAY))
                .as("the target left office the day before")
                .containsExactly(
                        "urgentaction.lacks.text.es", "urgentaction.lacks.target", UrgentActionPolicy.NO_SEGMENT);
        assertThat(UrgentActionPolicy.findObstacles(
                        action(null, null), new PublicWording(List.of(FRENCH, SPANISH), List.of(target(null))), TODAY))
                .contains("urgentaction.lacks.consent", "urgentaction.lacks.check");
    }

    /** Vector 10: a central, its federation and another union (test figures). */
    @Test
    void membersUnderASigningAncestorAreCountedOnce() {
        OrganisationId central = new OrganisationId(new UUID(1, 1));
        OrganisationId federation = new OrganisationId(new UUID(1, 2));
        OrganisationId other = new OrganisationId(new UUID(1, 3));
        assertThat(UrgentActionPolicy.count(
                        List.of(
                                new Signatory(central, 330_000, Set.of()),
                                new Signatory(federation, 35_000, Set.of(central)),
                                new Signatory(other, 80_000, Set.of())),
                        TODAY))
                .isEqualTo(new SignOnCount(TODAY, 3, 410_000));
        assertThat(UrgentActionPolicy.count(
                        List.of(
                                new Signatory(central, null, Set.of()),
                                new Signatory(federation, 35_000, Set.of(central)),
                                new Signatory(other, null, Set.of())),
                        TODAY))
                .as("an ancestor without a headcount hides nobody")
                .isEqualTo(new SignOnCount(TODAY, 3, 35_000));
    }
}
