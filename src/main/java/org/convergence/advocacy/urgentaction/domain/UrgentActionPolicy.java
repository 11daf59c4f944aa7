package org.convergence.advocacy.urgentaction.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskCheck;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsent;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The rules of urgent actions. */
public final class UrgentActionPolicy {

    /** The languages in which an action is written before it leaves. */
    static final List<String> REQUIRED_LANGUAGES = List.of("fr", "es");

    /** The obstacle of letters alone: an action without a segment can be published. */
    public static final String NO_SEGMENT = "urgentaction.lacks.segment";

    private UrgentActionPolicy() {}

    /**
     * An organisation that signed.
     *
     * @param members {@code null} if no headcount is known
     * @param signingAncestors the organisations above it that signed too
     */
    public record Signatory(
            OrganisationId organisation, @Nullable Integer members, Set<OrganisationId> signingAncestors) {}

    /** Whether the yes is to the present words, and lasts until the expiry. */
    public static boolean isConsented(UrgentAction action) {
        WordingConsent consent = action.consent();
        return consent != null
                && consent.wording() == action.wording()
                && !consent.until().isBefore(action.expiresOn());
    }

    /** Whether a second person checked the present risk tier (R-ADV-10). */
    public static boolean isChecked(UrgentAction action) {
        RiskCheck check = action.checked();
        return check != null && check.risk() == action.risk();
    }

    /** Whether the public page is shown. It depends on the row alone, so that every node answers alike (R-ADV-10). */
    public static boolean isPublic(UrgentAction action, LocalDate today) {
        return action.state() == UrgentActionState.OUT
                && !action.expiresOn().isBefore(today)
                && isConsented(action)
                && isChecked(action);
    }

    /** What stands in the way of sending, as message keys in the order of the work; empty if nothing does. */
    public static List<String> findObstacles(UrgentAction action, PublicWording wording, LocalDate today) {
        List<String> obstacles = new ArrayList<>();
        if (action.expiresOn().isBefore(today)) {
            obstacles.add("urgentaction.lacks.expiry");
        }
        Set<String> written = wording.texts().stream().map(PublicText::language).collect(Collectors.toSet());
        REQUIRED_LANGUAGES.stream()
                .filter(each -> !written.contains(each))
                .forEach(each -> obstacles.add("urgentaction.lacks.text." + each));
        if (findReachable(wording.targets(), today).isEmpty()) {
            obstacles.add("urgentaction.lacks.target");
        }
        if (!isConsented(action)) {
            obstacles.add(action.consent() == null ? "urgentaction.lacks.consent" : "urgentaction.lacks.consent.again");
        }
        if (!isChecked(action)) {
            obstacles.add(action.checked() == null ? "urgentaction.lacks.check" : "urgentaction.lacks.check.again");
        }
        if (action.segment() == null) {
            obstacles.add(NO_SEGMENT);
        }
        return obstacles;
    }

    /** The targets that still hold their office. */
    public static List<TargetInOffice> findReachable(List<TargetInOffice> targets, LocalDate today) {
        return targets.stream().filter(each -> each.isInOffice(today)).toList();
    }

    /**
     * Counts organisations and members (R-ADV-8). A signatory under another one whose members are known is in its
     * headcount already; one without a known headcount adds nothing. So the number is a lower bound.
     */
    public static SignOnCount count(Collection<Signatory> signatories, LocalDate day) {
        Set<OrganisationId> counted = signatories.stream()
                .filter(each -> each.members() != null)
                .map(Signatory::organisation)
                .collect(Collectors.toSet());
        long members = signatories.stream()
                .filter(each -> each.signingAncestors().stream()
                        .noneMatch(above -> !above.equals(each.organisation()) && counted.contains(above)))
                .flatMap(each -> Stream.ofNullable(each.members()))
                .mapToLong(Integer::longValue)
                .sum();
        return new SignOnCount(day, signatories.size(), (int) Math.min(members, Integer.MAX_VALUE));
    }
}
