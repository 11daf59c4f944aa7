package org.convergence.resources.prospect.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.Prospect.ProspectOutcome;
import org.convergence.resources.prospect.domain.ProspectLetterSender;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectRow;
import org.convergence.resources.prospect.web.ProspectListPage.FollowerProspects;
import org.convergence.resources.prospect.web.ProspectListPage.ProspectListRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of all prospects with its files, and the list of one follower, to print or to mail. */
@Controller
@RequestMapping("/resources/prospect")
@Requires(ProspectPermissions.READ)
record ProspectListController(
        ProspectQueries queries,
        ProspectLetterSender letters,
        LetterStatusService statuses,
        PeopleDirectory people,
        OrganisationSettings settings) {

    private static final List<ListColumn<ProspectRow>> COLUMNS = List.of(
            ListColumn.of("prospect.field.name", ProspectRow::name),
            ListColumn.formatted(
                    "prospect.field.state", (row, t) -> t.say(row.state().key())),
            ListColumn.of("prospect.field.follower", ProspectRow::followerName),
            ListColumn.of(
                    "prospect.field.next",
                    row -> row.next() == null ? null : row.next().gesture()),
            ListColumn.of(
                    "prospect.field.next_on",
                    row -> row.next() == null ? null : row.next().on()),
            ListColumn.of("prospect.field.opened_on", ProspectRow::openedOn),
            ListColumn.of(
                    "prospect.field.outcome_on",
                    row -> row.outcome() == null ? null : row.outcome().on()),
            ListColumn.of(
                    "prospect.field.reason",
                    row -> row.outcome() == null ? null : row.outcome().reason()));

    @GetMapping
    ModelAndView list(Form form, Words t) {
        boolean over = form.filled("over");
        List<ProspectRow> rows = queries.findAll(over);
        String query = over ? "?over=yes" : "";
        Map<Optional<PersonId>, List<ProspectRow>> byFollower = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Optional.ofNullable(row.follower()), LinkedHashMap::new, Collectors.toList()));
        return PageView.of(
                "resources/prospect/prospects",
                new ProspectListPage(
                        t.say(over ? "prospect.lead.over" : "prospect.lead", rows.size()),
                        List.of(
                                new Tab(t.say("prospect.tab.going"), ProspectPage.LIST, !over),
                                new Tab(t.say("prospect.tab.over"), ProspectPage.LIST + "?over=yes", over)),
                        byFollower.entrySet().stream()
                                .map(each -> part(each.getKey().orElse(null), each.getValue(), t))
                                .toList(),
                        ProspectPage.LIST + "/export.csv" + query,
                        ProspectPage.LIST + "/export.xlsx" + query,
                        CurrentActor.get().may(ProspectPermissions.FOLLOW),
                        over));
    }

    private FollowerProspects part(@Nullable PersonId follower, List<ProspectRow> rows, Words t) {
        String name = rows.get(0).followerName();
        return new FollowerProspects(
                name == null ? t.say("prospect.nobody-follows") : name,
                follower == null ? null : followerList(follower),
                items(rows, t));
    }

    private List<ProspectListRow> items(List<ProspectRow> rows, Words t) {
        LocalDate today = settings.today();
        return rows.stream().map(row -> item(row, today, t)).toList();
    }

    static ProspectListRow item(ProspectRow row, LocalDate today, Words t) {
        NextStep next = row.next();
        return new ProspectListRow(
                row.name(),
                CurrentActor.get().may(ProspectPermissions.READ) ? ProspectPage.url(row.id()) : null,
                (next != null ? describe(next, t) : outcome(row.outcome(), t))
                        + (row.material() == null ? "" : " · " + t.say("prospect.material", row.material())),
                next != null && next.isLate(today),
                row.state().tone(),
                t.say(row.state().key()));
    }

    /** A step with its day, which may be our proposal. */
    static String describe(NextStep next, Words t) {
        return t.say(next.proposed() == null ? "prospect.next" : "prospect.next.proposed", next.on(), next.gesture());
    }

    private static String outcome(@Nullable ProspectOutcome outcome, Words t) {
        if (outcome == null) {
            return t.say("prospect.next.none");
        }
        String day = t.date(outcome.on());
        return outcome.reason() == null ? day : day + " · " + outcome.reason();
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        String title = t.say("prospect.menu");
        ListView.write(
                format,
                Slug.of(title),
                title,
                COLUMNS,
                queries.findAll(form.filled("over")).iterator(),
                t,
                response);
    }

    @GetMapping("/of/{person}")
    ModelAndView showFollower(@PathVariable PersonId person, Words t) {
        return PageView.of(
                "resources/prospect/follower",
                new ProspectListPage.FollowerPage(
                        name(person),
                        t.date(settings.today()),
                        items(queries.findByFollower(person), t),
                        followerList(person),
                        CurrentActor.get().may(ProspectPermissions.FOLLOW),
                        letters.findStatus(person).orElse(null)));
    }

    /** Shows the list as it would be mailed. */
    @GetMapping("/of/{person}/send")
    @Requires(ProspectPermissions.FOLLOW)
    ModelAndView confirm(@PathVariable PersonId person, Words t) {
        String url = followerList(person);
        return new MailingConfirmation(
                        t.say("prospect.send"),
                        t.say("prospect.list.of", name(person)),
                        url,
                        null,
                        letters.preview(person),
                        url + "/send",
                        true)
                .view();
    }

    @PostMapping("/of/{person}/send")
    @Requires(ProspectPermissions.FOLLOW)
    ModelAndView send(@PathVariable PersonId person) {
        String name = name(person);
        letters.send(person);
        return statuses.notePosted(SeeOther.to(followerList(person)), 1, "prospect.sent", "mail.waits", name)
                .withUndo(followerList(person) + "/take-back");
    }

    @PostMapping("/of/{person}/take-back")
    @Requires(ProspectPermissions.FOLLOW)
    ModelAndView takeBack(@PathVariable PersonId person) {
        return SeeOther.to(followerList(person)).withNotice("prospect.list.taken-back", letters.takeBack(person));
    }

    private String name(PersonId person) {
        return people.personNames(List.of(person)).values().stream()
                .findFirst()
                .map(PersonName::name)
                .orElseThrow(() -> new NotFound("person"));
    }

    private static String followerList(PersonId follower) {
        return ProspectPage.LIST + "/of/" + follower.value();
    }
}
