package org.convergence.resources.delegation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.delegation.domain.BylawService;
import org.convergence.resources.delegation.domain.DelegationQueries;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.convergence.resources.delegation.domain.Suspension;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Category;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.MemberAccountQueries;
import org.convergence.resources.membership.domain.StandingPolicy;
import org.convergence.resources.membership.domain.StandingPolicy.GoodStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Delegates and votes on a day, as a page and as a file for the assembly. */
@Controller
@RequestMapping("/resources/delegation")
@Requires(DelegationPermissions.READ)
record DelegationListController(
        DelegationQueries delegationQueries,
        BylawService bylaws,
        CategoryService categoryService,
        MemberAccountQueries memberAccounts,
        OrganisationSettings settings) {

    @GetMapping
    ModelAndView list(Form form, Words t) {
        try {
            return page(form, form.read(this::readDay), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, settings.today(), t));
        }
    }

    private ModelAndView page(Form form, LocalDate on, Words t) {
        if (!form.filled("on")) {
            form.with("on", on);
        }
        return PageView.of("resources/delegation/delegations", assemble(form, on, t));
    }

    private LocalDate readDay(FormValues answers) {
        return Objects.requireNonNullElseGet(answers.optionalDate("on"), settings::today);
    }

    private DelegationListPage assemble(Form form, LocalDate on, Words t) {
        List<Delegation> all = delegationQueries.findAll(on);
        Map<CategoryId, Category> byId = categories();
        boolean kept = memberAccounts.isAvailable();
        int unsaid = (int) all.stream().filter(it -> it.right().votes() == null).count();
        PageAddress here = PageAddress.of(DelegationListPage.LIST).with("on", on.toString());
        return new DelegationListPage(
                form,
                t.say("delegation.lead", all.size(), sum(all, true), sum(all, false), on),
                unsaid == 0 ? null : t.say("delegation.unsaid", unsaid),
                DelegationFormatter.rules(all, on, it -> category(it, byId), t),
                all.stream().map(it -> row(it, on, byId, kept, t)).toList(),
                kept,
                here.at(DelegationListPage.LIST + "/export.csv").toString(),
                here.at(DelegationListPage.LIST + "/export.xlsx").toString(),
                bylaws.findAll().isEmpty());
    }

    private static int sum(List<Delegation> all, boolean delegates) {
        return all.stream()
                .map(it -> delegates ? it.right().delegates() : it.right().votes())
                .mapToInt(it -> it == null ? 0 : it)
                .sum();
    }

    private static DelegationListPage.DelegationRow row(
            Delegation it, LocalDate on, Map<CategoryId, Category> byId, boolean kept, Words t) {
        GoodStanding standing = StandingPolicy.evaluate(it.account(), on);
        return new DelegationListPage.DelegationRow(
                it.member().name(),
                PartyUrls.of(it.member().member()),
                category(it, byId),
                DelegationFormatter.formatNumber(it.right().delegates(), t),
                DelegationFormatter.formatNumber(it.right().votes(), t),
                kept ? standing.tone() : null,
                kept ? t.say(standing.key()) : null,
                DelegationFormatter.explainOwn(it, on, seesHeadcounts(), t),
                gesture(it, t));
    }

    private static DelegationListPage.@Nullable SuspensionAction gesture(Delegation it, Words t) {
        if (!CurrentActor.get().may(DelegationPermissions.KEEP)) {
            return null;
        }
        Suspension suspension = it.suspension();
        return suspension == null
                ? new DelegationListPage.SuspensionAction(
                        t.say("delegation.suspend"),
                        t.say("delegation.suspend.what", it.member().name()),
                        DelegationListPage.SUSPENSIONS + "/of/"
                                + it.member().id().value(),
                        false)
                : new DelegationListPage.SuspensionAction(
                        t.say("delegation.give-back"),
                        t.say("delegation.give-back.what", it.member().name()),
                        DelegationListPage.SUSPENSIONS + "/" + suspension.id() + "/end",
                        true);
    }

    private Map<CategoryId, Category> categories() {
        return categoryService.findAll().stream().collect(Collectors.toMap(Category::typedId, it -> it));
    }

    private static String category(Delegation it, Map<CategoryId, Category> byId) {
        Category category = byId.get(it.member().category());
        return category == null ? "" : category.name();
    }

    private static boolean seesHeadcounts() {
        return CurrentActor.get().may(MembershipPermissions.READ_HEADCOUNTS);
    }

    /** One row for each member, as on the page. */
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        LocalDate on = form.read(this::readDay);
        String title = t.say("delegation.menu");
        ListView.write(
                format,
                Slug.of(title) + "-" + on,
                title,
                columns(on),
                delegationQueries.findAll(on).iterator(),
                t,
                response);
    }

    private List<ListColumn<Delegation>> columns(LocalDate on) {
        Map<CategoryId, Category> byId = categories();
        boolean counts = seesHeadcounts();
        List<ListColumn<Delegation>> columns = new ArrayList<>(List.of(
                ListColumn.of("membership.field.name", it -> it.member().name()),
                ListColumn.of("membership.field.short_name", it -> it.member().shortName()),
                ListColumn.of("membership.field.category", it -> category(it, byId)),
                ListColumn.of("delegation.field.delegates", it -> it.right().delegates()),
                ListColumn.of("delegation.field.votes", it -> it.right().votes())));
        if (counts) {
            columns.add(ListColumn.of(
                    "membership.field.headcount",
                    it -> it.used() == null
                            ? null
                            : it.used().headcount().facts().number()));
            columns.add(ListColumn.of(
                    "membership.field.counted_on",
                    it -> it.used() == null
                            ? null
                            : it.used().headcount().facts().countedOn()));
        }
        if (memberAccounts.isAvailable()) {
            columns.add(ListColumn.formatted(
                    "membership.fact.standing",
                    (it, t) -> t.say(StandingPolicy.evaluate(it.account(), on).key())));
        }
        columns.add(ListColumn.formatted(
                "delegation.field.why", (it, t) -> DelegationFormatter.explain(it, on, counts, t)));
        return columns;
    }

    @Bean
    static MenuEntry delegationMenuEntry() {
        return MenuEntry.of("delegation.menu", DelegationListPage.LIST).requiring(DelegationPermissions.READ);
    }
}
