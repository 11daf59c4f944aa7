package org.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;

/** What the component scan read of the classes is not kept once the application runs. */
@ModuleTest
class ScannedMetadataReleaseTest {

    @Autowired
    private DefaultListableBeanFactory beans;

    @Test
    void keepsNoMetadataOfControllersAndServices() {
        assertThat(Stream.of(beans.getBeanDefinitionNames())
                        .filter(name -> beans.getBeanDefinition(name) instanceof ScannedGenericBeanDefinition)
                        .count())
                .as("only what was made before: initial processors and what they need")
                .isLessThan(100);
        assertThat(beans.getBeanDefinitionCount()).isGreaterThan(1_000);
    }
}
