package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.ManualState;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Edits the follow-up (people, dates, states) in drafts and adopted plans, not in closed ones. Follow-up is audited and
 * is never an amendment.
 */
@Service
@Transactional
@Requires(ActionPlanPermissions.FOLLOW_UP)
public class ActionFollowUpService {

    private final ActionFollowUpRepository store;
    private final PlanLineRepository lines;
    private final OrganisationSettings settings;
    private final AuditTrail trail;
    private final PeopleDirectory people;

    ActionFollowUpService(
            ActionFollowUpRepository store,
            PlanLineRepository lines,
            OrganisationSettings settings,
            AuditTrail trail,
            PeopleDirectory people) {
        this.store = store;
        this.lines = lines;
        this.settings = settings;
        this.trail = trail;
        this.people = people;
    }

    /**
     * Writes the whole follow-up of an action.
     *
     * @param version of the follow-up shown in the form, 0 if there was none
     * @return the new version
     */
    public int update(ActionId action, int version, ActionFollowUpFacts facts) {
        store.lockPlansOf(Set.of(action.value()));
        ActionFollowUp before = store.findByAction(action.value());
        if (before.version() != version) {
            throw new EditConflict(ActionFollowUp.TABLE, action.value(), version);
        }
        ActionFollowUp after = before.withFacts(resolveResponsible(facts), settings.today());
        if (store.changesSupport(action.value(), facts.support())) {
            store.write(after);
            store.updateSupport(action.value(), facts.support());
        } else {
            store.save(after, before);
        }
        return store.findByAction(action.value()).version();
    }

    /** The people of the directory with exactly these names; names of nobody or of two people are left out. */
    @Transactional(readOnly = true)
    public Map<String, UUID> findPeopleByName(Collection<String> names) {
        return store.findPeopleByName(names);
    }

    /** Applies one change to many actions; fields left out of the change stay as they are. */
    public int updateAll(Collection<ActionId> actions, ActionFollowUpChange change) {
        Set<UUID> ids = new HashSet<>(actions.stream().map(ActionId::value).toList());
        store.lockPlansOf(ids);
        LocalDate today = settings.today();
        String name = change.responsibleWords();
        UUID person =
                name == null ? null : store.findPeopleByName(List.of(name)).get(name);
        for (UUID id : ids) {
            ActionFollowUp now = store.findByAction(id);
            store.save(now.withFacts(change.applyTo(now, store.findSupport(id), person), today), now);
        }
        return ids.size();
    }

    /**
     * Sets today that an action is postponed for lack of means or without request, with the reason; setting it again
     * after a realisation makes it valid again.
     */
    public void setState(ActionId action, ActionState state, String reason) {
        store.lockPlansOf(Set.of(action.value()));
        ActionFollowUp now = store.findByAction(action.value());
        store.save(now.withState(new ManualState(state, reason, settings.today())), now);
    }

    /** Removes a state set by a person: the state is computed again. */
    public void clearState(ActionId action) {
        rewrite(action, null);
    }

    /** Makes the current user responsible for the action; refused if it already has a responsible person. */
    public void assignToMe(ActionId action) {
        store.lockPlansOf(Set.of(action.value()));
        ActionFollowUp now = store.findByAction(action.value());
        if (now.responsible() != null || now.responsibleWords() != null) {
            throw new Refused("actionplan.refused.taken");
        }
        Actor actor = CurrentActor.get();
        store.save(now.withResponsible(actor.personId(), actor.label()), now);
    }

    /** Removes the current user as responsible person; does nothing if another person is responsible. */
    public void unassignFromMe(ActionId action) {
        store.lockPlansOf(Set.of(action.value()));
        ActionFollowUp now = store.findByAction(action.value());
        Actor actor = CurrentActor.get();
        if (now.equals(now.withResponsible(actor.personId(), actor.label()))) {
            store.save(now.withResponsible(null, null), now);
        }
    }

    /** Sets the day from which nothing is left to do. */
    public void complete(ActionId action, LocalDate on) {
        rewrite(action, on);
    }

    private void rewrite(ActionId action, @Nullable LocalDate completedOn) {
        store.lockPlansOf(Set.of(action.value()));
        ActionFollowUp now = store.findByAction(action.value());
        var facts = new ActionFollowUpFacts(
                now.responsible(),
                now.responsibleWords(),
                List.of(),
                now.windowFrom(),
                now.windowTo(),
                now.timesPerYear(),
                now.effort(),
                completedOn == null ? now.completedOn() : completedOn,
                null,
                null);
        store.save(now.withFacts(facts, settings.today()), now);
    }

    /** Tags a means with an area; its text stays as adopted. */
    public void tagArea(MeansId means, int version, @Nullable Area area) {
        PlanId plan = lines.findLine(LineLevel.MEANS, means.value()).plan();
        store.lock(plan);
        Means line = (Means) lines.findLine(LineLevel.MEANS, means.value(), version);
        var words = line.wording();
        lines.update(line.withWording(new org.convergence.plan.actionplan.LineWording.MeansWording(
                words.code(), words.title(), words.text(), area)));
    }

    /** Resolves a name to a person of the directory if exactly one has it, else keeps the name. */
    private ActionFollowUpFacts resolveResponsible(ActionFollowUpFacts facts) {
        String name = facts.responsibleWords();
        if (facts.responsible() != null || name == null) {
            return facts;
        }
        Map<String, UUID> people = store.findPeopleByName(List.of(name));
        return people.containsKey(name) ? facts.withResponsible(people.get(name)) : facts;
    }

    /** The follow-up of an action at an earlier version, with the responsible person; empty if there was none. */
    @Transactional(readOnly = true)
    public Optional<PastFollowUp> findAtVersion(ActionId action, int version) {
        return trail.findRowAtVersion(ActionFollowUp.TABLE, action.value(), version)
                .map(row -> toPastFollowUp(row.node()));
    }

    /** The last editor of an action's follow-up. */
    @Transactional(readOnly = true)
    public @Nullable String lastEditor(ActionId action) {
        return trail.findByRow(ActionFollowUp.TABLE, action.value(), 1).stream()
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
    }

    private PastFollowUp toPastFollowUp(JsonNode row) {
        String responsible = text(row, "responsible");
        UUID person = responsible == null ? null : TextParser.id(responsible).orElse(null);
        String words = text(row, "responsible_words");
        String effort = text(row, "effort");
        String stated = text(row, "stated");
        var facts = new ActionFollowUpFacts(
                person,
                words,
                List.of(),
                date(row, "window_from"),
                date(row, "window_to"),
                row.path("times_per_year").isNumber()
                        ? row.get("times_per_year").asInt()
                        : null,
                effort == null
                        ? null
                        : TextParser.constant(effort, EffortSize.class).orElse(null),
                date(row, "completed_on"),
                stated == null
                        ? null
                        : TextParser.constant(stated, ActionState.class).orElse(null),
                text(row, "stated_reason"));
        return new PastFollowUp(facts, person == null ? words : name(person));
    }

    private @Nullable String name(UUID person) {
        var id = new PersonId(person);
        PersonName name = people.personNames(List.of(id)).get(id);
        return name == null ? null : name.name();
    }

    private static @Nullable String text(JsonNode row, String column) {
        JsonNode value = row.path(column);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable LocalDate date(JsonNode row, String column) {
        String text = text(row, column);
        return text == null ? null : TextParser.date(text).orElse(null);
    }

    /** The follow-up of an action at an earlier version; its helpers are not known. */
    public record PastFollowUp(
            ActionFollowUpFacts facts, @Nullable String responsible) {}
}
