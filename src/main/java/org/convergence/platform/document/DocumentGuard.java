package org.convergence.platform.document;

/** Contributed by a module that owns documents: says who may read them. A document for which nobody answers stays closed. */
public interface DocumentGuard {

    /** The kind of owners that it answers for. */
    String kind();

    /** Whether the current actor may read a document of this owner. */
    boolean mayRead(DocumentOwner owner, DocumentId document);

    /** Whether the law asks to keep its files as they are, also where somebody is forgotten whom they name. */
    default boolean isKeptByLaw() {
        return false;
    }
}
