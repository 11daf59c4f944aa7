package org.convergence.platform.document;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A guard for tests: allows reading by owner. */
@Component
public class TestDocumentGuard implements DocumentGuard {

    public static final String KIND = "document.trial";

    private final Set<DocumentOwner> open = ConcurrentHashMap.newKeySet();

    public void open(DocumentOwner owner) {
        open.add(owner);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(DocumentOwner owner, DocumentId document) {
        return open.contains(owner);
    }
}
