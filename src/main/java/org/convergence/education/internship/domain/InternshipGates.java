package org.convergence.education.internship.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.plan.checklist.Checklists;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The preparation gates of interns, which are checklists (R-SEC-6): each intern's own, beside those of the mission. */
@Component
public record InternshipGates(InternshipFileRepository files, Checklists checklists, RecipientWords words)
        implements ChecklistSubject {

    private static final String KIND = "education.internship";
    private static final int DAYS_BEFORE = 30;

    private static final List<String> USUAL =
            List.of("commitment", "training", "passport", "visa", "vaccines", "insurance", "contacts", "conduct");

    /** The points of the mission too: completed there, they are completed for each intern. */
    private static final Set<String> SHARED =
            Set.of("passport", "visa", "vaccines", "insurance", "contacts", "conduct");

    @Override
    public String kind() {
        return KIND;
    }

    /** Told by the number of the file: these titles stand in the Monday mail and in calendars. */
    @Override
    public String titles() {
        return "SELECT a.id, c.title_fr || ', no ' || a.number AS title FROM education.internship_application a"
                + " JOIN education.internship_call c ON c.id = a.call";
    }

    @Override
    public String members() {
        return """
                SELECT a.id AS subject, c.mission AS group_subject,
                       (SELECT count(*) FILTER (WHERE NOT EXISTS (
                                   SELECT FROM education.internship_application i JOIN education.internship_call k ON k.id = i.call
                                   WHERE k.mission = t.mission AND i.state = 'CHOSEN' AND i.person = t.person))
                        FROM safety.mission_travelling t WHERE t.mission = c.mission HAVING count(*) > 0) AS others
                FROM education.internship_application a JOIN education.internship_call c ON c.id = a.call
                WHERE a.state = 'CHOSEN'""";
    }

    @Override
    public String groupKind() {
        return "safety.mission";
    }

    @Override
    public String url(UUID id) {
        return "/education/internship/files/" + id;
    }

    @Override
    public Optional<ChecklistRecord> find(UUID id) {
        Actor actor = CurrentActor.get();
        if (!actor.may(InternshipPermissions.READ_NAMES)) {
            return Optional.empty();
        }
        InternshipFile file = files.findById(new InternshipFileId(id));
        return file.state() == InternshipFileState.CHOSEN
                ? Optional.of(new ChecklistRecord(file.name(), url(id), actor.may(InternshipPermissions.EDIT)))
                : Optional.empty();
    }

    void propose(InternshipFileId file, InternshipCall call) {
        Words t = words.forOrganisation();
        checklists.propose(
                KIND,
                file.value(),
                USUAL.stream()
                        .map(each -> new ChecklistContent(
                                t.say("internship.gate." + each),
                                call.responsible(),
                                call.startsOn().minusDays(DAYS_BEFORE),
                                null,
                                !each.equals("contacts"),
                                SHARED.contains(each) ? each : null))
                        .toList());
    }

    /** Takes the due days from the gates of an intern who withdraws. */
    void end(InternshipFileId file) {
        checklists.end(KIND, file.value());
    }

    /** The labels of the open gates of each intern. */
    public Map<UUID, List<String>> findOpen(Collection<UUID> interns) {
        return checklists.findOpen(KIND, interns);
    }

    /** The gates, as a part of the page of the intern. */
    public ChecklistPart part(InternshipFileId file, boolean mayEdit, Words t) {
        return checklists.part(KIND, file.value(), mayEdit, t);
    }
}
