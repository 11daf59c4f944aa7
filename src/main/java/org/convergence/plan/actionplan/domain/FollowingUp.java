package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edits the follow-up (people, dates, states) in drafts and adopted plans, not in closed ones. Follow-up is audited and
 * is never an amendment.
 */
@Service
@Transactional
@Requires(ActionPlanPermissions.FOLLOW_UP)
public class FollowingUp {

    private final FollowUpStore store;
    private final LineStore lines;
    private final PastFollowUps past;
    private final OpenPlans open;
    private final OrganisationSettings settings;

    FollowingUp(
            FollowUpStore store, LineStore lines, PastFollowUps past, OpenPlans open, OrganisationSettings settings) {
        this.open = open;
        this.past = past;
        this.store = store;
        this.lines = lines;
        this.settings = settings;
    }

    /**
     * Writes the whole follow-up of an action.
     *
     * @param version of the follow-up shown in the form, 0 if there was none
     * @return the new version
     */
    public int write(ActionId action, int version, FollowUpFacts facts) {
        open.holdOf(Set.of(action.value()));
        FollowUp before = store.of(action.value());
        if (before.version() != version) {
            throw new EditConflict(FollowUp.TABLE, action.value(), version);
        }
        FollowUp after = before.with(named(facts), settings.today());
        if (store.changesSupport(action.value(), facts.support())) {
            store.write(after);
            store.support(action.value(), facts.support());
        } else {
            store.save(after, before);
        }
        return store.of(action.value()).version();
    }

    /** The people of the directory with exactly these names; names of nobody or of two people are left out. */
    @Transactional(readOnly = true)
    public Map<String, UUID> peopleNamed(Collection<String> names) {
        return store.peopleNamed(names);
    }

    /** The follow-up of an action at an earlier version, with the responsible person; empty if there was none. */
    @Transactional(readOnly = true)
    public Optional<PastFollowUp> factsAt(ActionId action, int version) {
        return past.at(action, version);
    }

    /** The last editor of an action's follow-up. */
    @Transactional(readOnly = true)
    public @Nullable String lastEditor(ActionId action) {
        return past.lastEditor(action);
    }

    /** Applies one change to many actions; fields left out of the change stay as they are. */
    public int together(Collection<ActionId> actions, FollowUpChange change) {
        Set<UUID> ids = new HashSet<>(actions.stream().map(ActionId::value).toList());
        open.holdOf(ids);
        LocalDate today = settings.today();
        String name = change.responsibleWords();
        UUID person = name == null ? null : store.peopleNamed(List.of(name)).get(name);
        for (UUID id : ids) {
            FollowUp now = store.of(id);
            store.save(now.with(change.onto(now, store.supportOf(id), person), today), now);
        }
        return ids.size();
    }

    /**
     * Sets today that an action is postponed for lack of means or without request, with the reason; setting it again
     * after a realisation makes it valid again.
     */
    public void state(ActionId action, ActionState state, String reason) {
        open.holdOf(Set.of(action.value()));
        FollowUp now = store.of(action.value());
        store.save(now.saying(new Stated(state, reason, settings.today())), now);
    }

    /** Removes a state set by a person: the state is computed again. */
    public void unstate(ActionId action) {
        rewrite(action, null);
    }

    /** Makes the current user responsible for the action; refused if it already has a responsible person. */
    public void take(ActionId action) {
        open.holdOf(Set.of(action.value()));
        FollowUp now = store.of(action.value());
        if (now.responsible() != null || now.responsibleWords() != null) {
            throw new Refused("actionplan.refused.taken");
        }
        Actor actor = CurrentActor.get();
        store.save(now.by(actor.personId(), actor.label()), now);
    }

    /** Removes the current user as responsible person; does nothing if another person is responsible. */
    public void giveBack(ActionId action) {
        open.holdOf(Set.of(action.value()));
        FollowUp now = store.of(action.value());
        Actor actor = CurrentActor.get();
        if (now.equals(now.by(actor.personId(), actor.label()))) {
            store.save(now.by(null, null), now);
        }
    }

    /** Sets the day from which nothing is left to do. */
    public void complete(ActionId action, LocalDate on) {
        rewrite(action, on);
    }

    private void rewrite(ActionId action, @Nullable LocalDate completedOn) {
        open.holdOf(Set.of(action.value()));
        FollowUp now = store.of(action.value());
        var facts = new FollowUpFacts(
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
        store.save(now.with(facts, settings.today()), now);
    }

    /** Tags a means with an area; its text stays as adopted. */
    public void tag(MeansId means, int version, @Nullable Area area) {
        PlanId plan = lines.line(Level.MEANS, means.value()).plan();
        open.hold(plan);
        Means line = (Means) lines.line(Level.MEANS, means.value(), version);
        var words = line.wording();
        lines.update(line.worded(
                new org.convergence.plan.actionplan.Wording.OfMeans(words.code(), words.title(), words.text(), area)));
    }

    /** Resolves a name to a person of the directory if exactly one has it, else keeps the name. */
    private FollowUpFacts named(FollowUpFacts facts) {
        String name = facts.responsibleWords();
        if (facts.responsible() != null || name == null) {
            return facts;
        }
        Map<String, UUID> people = store.peopleNamed(List.of(name));
        return people.containsKey(name) ? facts.by(people.get(name)) : facts;
    }
}
