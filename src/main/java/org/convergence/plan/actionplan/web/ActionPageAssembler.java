package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.domain.AmendmentQueries;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.WordingHistory;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.RecordReminders;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an action. */
@Component
class ActionPageAssembler {

    private static final int CHANGES = 20;

    private final AmendmentQueries amendments;
    private final WordingHistory past;
    private final PeopleDirectory people;
    private final List<LineSection> sections;
    private final RecordReminders.Finder reminders;

    ActionPageAssembler(
            AmendmentQueries amendments,
            WordingHistory past,
            PeopleDirectory people,
            List<LineSection> sections,
            RecordReminders.Finder reminders) {
        this.reminders = reminders;
        this.people = people;
        this.amendments = amendments;
        this.past = past;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(LineSection::order))
                .toList();
    }

    /** @param typed the form that sets a state, if it is shown again with errors */
    ActionPage assemble(PlanBoard board, ActionId id, @Nullable Form typed, Words t) {
        for (ObjectiveProgress objective : board.progress().objectives()) {
            for (MeansProgress means : objective.means()) {
                Optional<ActionProgress> found = find(means.actions(), id);
                if (found.isPresent()) {
                    return page(board, objective, found.get(), typed, t);
                }
            }
        }
        throw new NotFound("action");
    }

    private static Optional<ActionProgress> find(List<ActionProgress> actions, ActionId id) {
        for (ActionProgress action : actions) {
            if (action.line().id().equals(id)) {
                return Optional.of(action);
            }
            Optional<ActionProgress> part = find(action.subActions(), id);
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }

    private ActionPage page(
            PlanBoard board, ObjectiveProgress objective, ActionProgress action, @Nullable Form typed, Words t) {
        PlanLine line = action.line();
        FollowedAction followed = Objects.requireNonNull(board.followed().get(line.id()));
        boolean draft = board.header().isDraft();
        boolean follows = PlanRights.mayFollowUp(board.header());
        boolean stated = followed.facts().stated() != null;
        return new ActionPage(
                line.id().value(),
                trail(board, objective, line, t),
                line.title(),
                line.text(),
                t.say("actionplan.commitment." + line.commitment().name()),
                draft ? Tone.AHEAD : PlanFormatter.tone(action.state()),
                draft ? null : PlanFormatter.state(action.state(), t),
                action.reason(),
                line.commitment() == Commitment.FIRM
                        ? List.of()
                        : followed.words().conditions().stream()
                                .map(Condition::words)
                                .toList(),
                facts(action, followed, PlanRights.mayEdit(board.header()), t),
                action.subActions().stream()
                        .map(part -> PlanPage.actionRow(part, board, LineContributions.NONE, t))
                        .toList(),
                sections(line, t),
                draft || !follows || line.dropped() ? null : typed != null ? typed : Form.blank(),
                stated || followed.facts().completedOn() != null,
                followed.stateIsVoid() ? t.say("actionplan.state.void") : null,
                new ActionPage.ActionRights(follows, PlanRights.mayEdit(board.header()), draft),
                draft
                        ? List.of()
                        : amendments.findByLine(line.id().value()).stream()
                                .map(each -> AmendmentsPage.row(each, t))
                                .toList(),
                reminders.find(DueRowAssembler.key(line.id()), DueRowAssembler.url(line.id())),
                history(line, t));
    }

    private static ActionPage.ActionTrail trail(PlanBoard board, ObjectiveProgress objective, PlanLine line, Words t) {
        return new ActionPage.ActionTrail(
                board.header().facts().title(),
                PlanHeadAssembler.url(board.header(), ""),
                objective.code() == null
                        ? PlanLine.shorten(objective.title())
                        : t.say("actionplan.objective.numbered", objective.code()),
                line.code() == null ? line.meansTitle() : line.code() + " " + line.meansTitle(),
                "/plan/actionplan/means/" + line.means().value());
    }

    private static List<ActionPage.ActionFact> facts(
            ActionProgress action, FollowedAction followed, boolean writes, Words t) {
        List<ActionPage.ActionFact> facts = new ArrayList<>();
        add(facts, "actionplan.field.responsible", followed.responsible(), t);
        add(facts, "actionplan.field.support", followed.support().isEmpty() ? null : t.list(followed.support()), t);
        var said = followed.facts();
        boolean window = said.from() != null || said.to() != null;
        add(facts, "actionplan.field.window", window ? t.period(said.from(), said.to()) : followed.dueWords(), t);
        Integer times = said.timesPerYear();
        add(facts, "actionplan.field.rhythm", times == null ? null : t.capital(PlanFormatter.rhythm(times, t)), t);
        String goal = PlanPage.formatGoal(action, t);
        if (goal != null) {
            String edit =
                    PlanFormatter.lineUrl(LineLevel.ACTION, action.line().id().value(), "/edit") + "#target";
            facts.add(new ActionPage.ActionFact(t.say("actionplan.field.target"), goal, writes ? edit : null));
        }
        var effort = said.effort();
        add(facts, "actionplan.fact.effort", effort == null ? null : t.say("actionplan.effort." + effort.name()), t);
        var done = said.completedOn();
        add(facts, "actionplan.field.completed_on", done == null ? null : t.date(done), t);
        return facts;
    }

    private static void add(List<ActionPage.ActionFact> facts, String key, @Nullable String value, Words t) {
        if (value != null) {
            facts.add(new ActionPage.ActionFact(t.say(key), value, null));
        }
    }

    private List<LineSection.SectionContent> sections(PlanLine line, Words t) {
        var actor = CurrentActor.get();
        return sections.stream()
                .filter(section -> actor.may(section.permission()))
                .map(section -> section.show(line, t))
                .flatMap(Optional::stream)
                .toList();
    }

    private ChangeHistory history(PlanLine line, Words t) {
        List<AuditEntry> all =
                new ArrayList<>(past.history(LineLevel.ACTION, line.id().value(), CHANGES));
        all.addAll(past.followUpHistory(line.id().value(), CHANGES));
        all.sort(Comparator.comparingLong(AuditEntry::id).reversed());
        List<AuditEntry> latest = all.size() > CHANGES ? all.subList(0, CHANGES) : all;
        Map<PersonId, PersonName> names = people.personNames(
                ChangeHistory.references(latest).stream().map(PersonId::new).toList());
        return ChangeHistory.of(latest, "actionplan", t, (column, value) -> formatValue(column, value, names, t));
    }

    private static String formatValue(String column, String value, Map<PersonId, PersonName> names, Words t) {
        return switch (column) {
            case "target" -> Json.parse(value).as(ActionTarget.class).format(t);
            case "conditions" -> Json.parse(value).as(Condition.class).words();
            case "responsible" ->
                TextParser.id(value)
                        .map(id -> names.get(new PersonId(id)))
                        .map(PersonName::name)
                        .orElse(value);
            default -> value;
        };
    }
}
