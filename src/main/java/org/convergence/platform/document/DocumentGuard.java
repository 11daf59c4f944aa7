package org.convergence.platform.document;

import org.convergence.platform.access.CurrentActor;

/**
 * Contributed by a module that owns documents: decides whether the actor may read them. Without a guard for its owner,
 * a document stays closed.
 */
public interface DocumentGuard {

    /** The kind of owner for which it answers. */
    String kind();

    /** Whether the current actor may read a document of this owner. */
    boolean mayRead(DocumentOwner owner, DocumentId document);

    /** Whether the law requires keeping its files unchanged, even when a person named in them is erased. */
    default boolean isKeptByLaw() {
        return false;
    }

    /** A guard that opens the documents of a kind of owner to everyone with a permission. */
    static DocumentGuard of(String kind, String permission) {
        return new PermissionGuard(kind, permission);
    }

    /** A guard that asks for one permission. */
    record PermissionGuard(String kind, String permission) implements DocumentGuard {

        @Override
        public boolean mayRead(DocumentOwner owner, DocumentId document) {
            return CurrentActor.get().may(permission);
        }
    }
}
