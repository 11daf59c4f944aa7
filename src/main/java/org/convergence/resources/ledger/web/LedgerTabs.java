package org.convergence.resources.ledger.web;

import java.util.Comparator;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The views of the ledger beside each other; each of its pages contributes its own. */
@Component
class LedgerTabs {

    private final List<LedgerTab> all;

    LedgerTabs(List<LedgerTab> all) {
        this.all =
                all.stream().sorted(Comparator.comparingInt(LedgerTab::order)).toList();
    }

    /**
     * A view.
     *
     * @param permission without which it is not offered
     */
    record LedgerTab(int order, String key, String url, String permission) {}

    /** Those that the reader may open, the one at an address marked. */
    List<Tab> on(String url, Words t) {
        return all.stream()
                .filter(it -> CurrentActor.get().may(it.permission()))
                .map(it -> new Tab(t.say(it.key()), it.url(), it.url().equals(url)))
                .toList();
    }
}
