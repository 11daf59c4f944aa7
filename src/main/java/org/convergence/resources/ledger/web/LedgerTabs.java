package org.convergence.resources.ledger.web;

import java.util.Comparator;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The tabs of the ledger; each page contributes its own. */
@Component
class LedgerTabs {

    private final List<LedgerTab> all;

    LedgerTabs(List<LedgerTab> all) {
        this.all =
                all.stream().sorted(Comparator.comparingInt(LedgerTab::order)).toList();
    }

    /**
     * A tab.
     *
     * @param permission required to see it
     */
    record LedgerTab(int order, String key, String url, String permission) {}

    /** The tabs that the user may open, with the one at an address marked. */
    List<Tab> findVisible(String url, Words t) {
        return all.stream()
                .filter(it -> CurrentActor.get().may(it.permission()))
                .map(it -> new Tab(t.say(it.key()), it.url(), it.url().equals(url)))
                .toList();
    }
}
