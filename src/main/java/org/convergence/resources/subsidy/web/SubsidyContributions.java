package org.convergence.resources.subsidy.web;

import java.util.List;
import java.util.Objects;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry, the tabs and the addresses of this module, and its days on the home page. */
@Configuration(proxyBeanMethods = false)
class SubsidyContributions {

    private static final String CLAIM = "CLAIM";

    static final String LIST = "/resources/subsidy";
    static final String CLAIMS = LIST + "/claim";
    static final String PROGRAMMES = LIST + "/programmes";
    static final String MINIMUM_WAGE = LIST + "/minimum-wage";

    @Bean
    static MenuEntry subsidyMenuEntry() {
        return MenuEntry.of("subsidy.menu", LIST).requiring(SubsidyPermissions.MANAGE);
    }

    static List<Tab> tabs(String current, Words t) {
        return List.of(
                tab("subsidy.tab.going", LIST, current, t),
                tab("subsidy.tab.over", LIST + "?over=yes", current, t),
                tab("subsidy.tab.programmes", PROGRAMMES, current, t),
                tab("subsidy.tab.minimum", MINIMUM_WAGE, current, t));
    }

    private static Tab tab(String key, String url, String current, Words t) {
        return new Tab(t.say(key), url, url.equals(current));
    }

    static String url(SubsidyId id) {
        return LIST + "/" + id.value();
    }

    static String url(SubsidyClaimId id) {
        return CLAIMS + "/" + id.value();
    }

    /** The days of steps and of claims to send. The subsidised person is not named. */
    @Bean
    static DueWorkSource subsidyDueWork() {
        return DueWorkSource.of(SubsidyPermissions.MANAGE, """
                SELECT w.kind, w.id, w.subsidy AS subject, w.due_on, 'SET' AS day_kind, s.responsible AS owner, 'OURS' AS place,
                       g.name AS title, s.position AS detail
                FROM (SELECT kind, subsidy AS id, subsidy, due_on FROM resources.subsidy_step WHERE done_on IS NULL
                      UNION ALL
                      SELECT 'CLAIM', id, subsidy, due_on FROM resources.subsidy_claim WHERE state = 'PREPARED') AS w
                JOIN resources.subsidy s ON s.id = w.subsidy AND s.state IN ('ASKED', 'APPROVED')
                JOIN resources.subsidy_programme g ON g.id = s.programme
                """, SubsidyContributions::describeDueWork);
    }

    private static DueWork describeDueWork(DueWorkRow row, Words t) {
        boolean isClaim = row.kind().equals(CLAIM);
        String what = t.say(
                isClaim
                        ? "subsidy.due.claim"
                        : SubsidyStepKind.valueOf(row.kind()).key());
        return new DueWork(
                isClaim
                        ? "resources.subsidy/claim/" + row.id()
                        : "resources.subsidy/" + row.subject() + "/" + row.kind(),
                t.say("subsidy.due", what, Objects.requireNonNull(row.title()), Objects.requireNonNull(row.detail())),
                isClaim ? url(new SubsidyClaimId(row.id())) : url(new SubsidyId(row.subject())),
                null);
    }
}
