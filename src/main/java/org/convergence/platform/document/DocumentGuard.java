package org.convergence.platform.document;

/** Contributed by a module that owns documents: says who may read them. A document for which nobody answers stays closed. */
public interface DocumentGuard {

    /** The kind of owners that it answers for. */
    String kind();

    /** Whether the current actor may read a document of this owner. */
    boolean mayRead(DocumentOwner owner, DocumentId document);
}
