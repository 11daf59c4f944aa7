package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageAddress;
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
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.convergence.resources.membership.domain.StandingPolicy;
import org.convergence.resources.membership.domain.StandingPolicy.GoodStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the delegations of a day, as a page and as rows of a file. */
@Component
class DelegationListPageAssembler {

    private static final int AT_ONCE = 500;

    private final DelegationQueries delegationQueries;
    private final BylawService bylaws;
    private final CategoryService categories;
    private final MemberAccountQueries memberAccounts;
    private final OrganisationSettings settings;

    DelegationListPageAssembler(
            DelegationQueries delegationQueries,
            BylawService bylaws,
            CategoryService categories,
            MemberAccountQueries memberAccounts,
            OrganisationSettings settings) {
        this.delegationQueries = delegationQueries;
        this.bylaws = bylaws;
        this.categories = categories;
        this.memberAccounts = memberAccounts;
        this.settings = settings;
    }

    /** The day in the address; today by default. */
    LocalDate readDay(FormValues answers) {
        LocalDate on = answers.optionalDate("on");
        return on == null ? settings.today() : on;
    }

    /** All delegations of a day, by name. An assembly has some hundred members: they are all read. */
    List<Delegation> findAll(LocalDate on) {
        List<Delegation> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            List<Delegation> some = delegationQueries.findPage(new MemberFilter(on, null, ""), after, AT_ONCE);
            all.addAll(some);
            after = some.size() < AT_ONCE
                    ? null
                    : some.get(some.size() - 1).member().position();
        }
        return all;
    }

    DelegationListPage assemble(Form form, LocalDate on, Words t) {
        List<Delegation> all = findAll(on);
        Map<CategoryId, Category> byId = categories();
        boolean kept = memberAccounts.isAvailable();
        int unsaid = (int) all.stream().filter(it -> it.right().votes() == null).count();
        PageAddress here = PageAddress.of(DelegationUrls.HOME).with("on", on.toString());
        return new DelegationListPage(
                form,
                t.say("delegation.lead", all.size(), sum(all, true), sum(all, false), on),
                unsaid == 0 ? null : t.say("delegation.unsaid", unsaid),
                all.stream().map(it -> row(it, on, byId, kept, t)).toList(),
                kept,
                here.at(DelegationUrls.HOME + "/export.csv").toString(),
                here.at(DelegationUrls.HOME + "/export.xlsx").toString(),
                CurrentActor.get().may(DelegationPermissions.KEEP),
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
                DelegationFormatter.explain(it, on, seesHeadcounts(), t),
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
                        DelegationUrls.SUSPENSIONS + "/of/" + it.member().id().value(),
                        false)
                : new DelegationListPage.SuspensionAction(
                        t.say("delegation.give-back"),
                        t.say("delegation.give-back.what", it.member().name()),
                        DelegationUrls.SUSPENSIONS + "/" + suspension.id() + "/end",
                        true);
    }

    private Map<CategoryId, Category> categories() {
        return categories.findAll().stream().collect(Collectors.toMap(Category::typedId, it -> it));
    }

    private static String category(Delegation it, Map<CategoryId, Category> byId) {
        Category category = byId.get(it.member().category());
        return category == null ? "" : category.name();
    }

    static boolean seesHeadcounts() {
        return CurrentActor.get().may(MembershipPermissions.READ_HEADCOUNTS);
    }

    /** The column titles of the file. */
    List<String> head(Words t) {
        List<String> head = new ArrayList<>(List.of(
                t.say("membership.field.name"),
                t.say("membership.field.short_name"),
                t.say("membership.field.category"),
                t.say("delegation.field.delegates"),
                t.say("delegation.field.votes")));
        if (seesHeadcounts()) {
            head.add(t.say("membership.field.headcount"));
            head.add(t.say("membership.field.counted_on"));
        }
        if (memberAccounts.isAvailable()) {
            head.add(t.say("membership.fact.standing"));
        }
        head.add(t.say("delegation.field.why"));
        return head;
    }

    /** One row for each member, as on the page. */
    List<List<@Nullable Object>> rows(LocalDate on, Words t) {
        Map<CategoryId, Category> byId = categories();
        boolean kept = memberAccounts.isAvailable();
        return findAll(on).stream().map(it -> cells(it, on, byId, kept, t)).toList();
    }

    private static List<@Nullable Object> cells(
            Delegation it, LocalDate on, Map<CategoryId, Category> byId, boolean kept, Words t) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(it.member().name());
        cells.add(it.member().shortName());
        cells.add(category(it, byId));
        cells.add(it.right().delegates());
        cells.add(it.right().votes());
        if (seesHeadcounts()) {
            cells.add(it.used() == null ? null : it.used().headcount().facts().number());
            cells.add(it.used() == null ? null : it.used().headcount().facts().countedOn());
        }
        if (kept) {
            cells.add(t.say(StandingPolicy.evaluate(it.account(), on).key()));
        }
        cells.add(DelegationFormatter.explain(it, on, seesHeadcounts(), t));
        return cells;
    }
}
