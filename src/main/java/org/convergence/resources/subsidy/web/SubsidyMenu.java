package org.convergence.resources.subsidy.web;

import java.util.List;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyClaimId;
import org.convergence.resources.subsidy.SubsidyId;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry, the tabs and the addresses of this module. */
@Configuration(proxyBeanMethods = false)
class SubsidyMenu {

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
}
