package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores the descriptions of attached files. */
interface AttachmentRepository extends CrudRepository<Attachment, UUID> {

    /** Document ids are in the order of arrival. */
    List<Attachment> findByRealisationOrderByDocument(UUID realisation);

    int countByRealisation(UUID realisation);
}
