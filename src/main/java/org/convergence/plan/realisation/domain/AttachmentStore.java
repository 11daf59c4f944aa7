package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where it is kept what is said of files. */
interface AttachmentStore extends CrudRepository<Attachment, UUID> {

    /** The ids of documents are in the order in which they came in. */
    List<Attachment> findByRealisationOrderByDocument(UUID realisation);

    int countByRealisation(UUID realisation);
}
