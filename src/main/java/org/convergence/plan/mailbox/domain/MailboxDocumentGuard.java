package org.convergence.plan.mailbox.domain;

import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attachments of a forwarded mail are readable by its owner only. */
@Component
record MailboxDocumentGuard(JdbcClient db) implements DocumentGuard {

    @Override
    public String kind() {
        return ForwardedMail.KIND;
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return db.sql("SELECT count(*) FROM plan.mailbox_message WHERE id = ? AND account = ?")
                        .params(owner.id(), CurrentActor.get().id())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
