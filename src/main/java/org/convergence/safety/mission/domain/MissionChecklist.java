package org.convergence.safety.mission.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.plan.checklist.Checklists;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.springframework.stereotype.Component;

/** The checklist of a mission: who may see it, and what it usually holds (R-SEC-6). */
@Component
record MissionChecklist(MissionRepository repository, Checklists checklists, RecipientWords recipientWords)
        implements ChecklistSubject {

    private static final int DAYS_BEFORE = 7;

    private static final List<String> USUAL = List.of(
            "training",
            "passport",
            "visa",
            "vaccines",
            "insurance",
            "registration",
            "contacts",
            "medical",
            "proof-of-life",
            "itinerary",
            "consent",
            "conduct",
            "copies",
            "devices",
            "communication",
            "briefing",
            "go");

    /** Ticked on the list: no paper proves them. */
    private static final Set<String> WITHOUT_PROOF =
            Set.of("contacts", "itinerary", "copies", "devices", "communication", "briefing");

    /** The points that the file of an intern has too: they are completed once. */
    private static final Set<String> SHARED =
            Set.of("passport", "visa", "vaccines", "insurance", "contacts", "conduct");

    /** Done as soon as the data of each traveller is sealed. */
    private static final Set<String> SEALED = Set.of("medical", "proof-of-life");

    @Override
    public String kind() {
        return MissionService.KIND;
    }

    @Override
    public String titles() {
        return "SELECT id, title FROM safety.mission";
    }

    @Override
    public String fulfilled() {
        return """
                SELECT m.id AS subject, part.code,
                       (SELECT CAST(max(s.sealed_at) AT TIME ZONE (SELECT zone FROM platform.settings_zone) AS date)
                        FROM safety.mission_sealed s WHERE s.mission = m.id) AS done_on
                FROM safety.mission m
                CROSS JOIN (VALUES ('medical'), ('proof-of-life')) AS part (code)
                WHERE NOT EXISTS (
                    SELECT FROM safety.mission_traveller t
                    LEFT JOIN safety.mission_sealed s ON s.mission = t.mission AND s.person = t.person
                    WHERE t.mission = m.id
                      AND NOT coalesce(CASE part.code WHEN 'medical' THEN s.has_medical ELSE s.has_proof END, false))
                """;
    }

    @Override
    public String url(UUID id) {
        return "/safety/mission/" + id;
    }

    @Override
    public Optional<ChecklistRecord> find(UUID id) {
        Actor actor = CurrentActor.get();
        if (!actor.may(MissionPermissions.READ)) {
            return Optional.empty();
        }
        return repository
                .findById(id)
                .map(each -> new ChecklistRecord(
                        each.title(),
                        url(id),
                        actor.may(MissionPermissions.PREPARE) && !each.state().isOver()));
    }

    /** The usual items, due a week before the start, for the security lead. */
    List<ChecklistContent> propose(MissionFacts facts) {
        Words t = recipientWords.forOrganisation();
        return USUAL.stream()
                .map(item -> new ChecklistContent(
                        t.say("mission.item." + item),
                        facts.lead(),
                        facts.startsOn().minusDays(DAYS_BEFORE),
                        SEALED.contains(item) ? item : null,
                        !WITHOUT_PROOF.contains(item),
                        SHARED.contains(item) ? item : null))
                .toList();
    }

    int countOpen(MissionId id) {
        return checklists.countOpen(MissionService.KIND, id.value());
    }
}
