package org.convergence.cooperation.watch.domain;

import org.convergence.platform.shell.TextSource.UsedText;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes on an item the record to which it led, once it is made from it. */
@Component
class WatchLeadRecorder {

    private final JdbcClient db;

    WatchLeadRecorder(JdbcClient db) {
        this.db = db;
    }

    /** The record replaces no other, and nothing is noted where nobody said that the item leads somewhere. */
    @EventListener
    @Transactional(label = "watch.lead-done")
    public void record(UsedText used) {
        if (used.name().equals("cooperation.watch")) {
            db.sql("""
                            UPDATE cooperation.watch_item SET lead_url = ?, version = version + 1
                            WHERE id = ? AND lead IS NOT NULL AND lead_url IS NULL
                            """).params(used.url(), used.id()).update();
        }
    }
}
