package org.convergence;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.GenericBeanDefinition;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;

/**
 * Releases what the component scan read of each class and of its methods, 52,000 in all: once the beans are defined, the
 * classes themselves answer.
 */
@Component
record ScannedMetadataRelease() implements BeanFactoryPostProcessor, ApplicationListener<ContextRefreshedEvent> {

    /** Replaces each scanned definition by one of the same bean without the metadata of its class. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        var beans = (DefaultListableBeanFactory) factory;
        boolean overriding = beans.isAllowBeanDefinitionOverriding();
        beans.setAllowBeanDefinitionOverriding(true);
        for (String name : beans.getBeanDefinitionNames()) {
            if (beans.getBeanDefinition(name) instanceof ScannedGenericBeanDefinition scanned
                    && !beans.containsSingleton(name)) {
                beans.registerBeanDefinition(name, new GenericBeanDefinition(scanned));
            }
        }
        beans.setAllowBeanDefinitionOverriding(overriding);
    }

    /**
     * Both keep the parser of all configuration classes, and nothing asks them once the beans are made. An application
     * that makes its beans when they are first used, as some tests do, still asks.
     */
    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        if (event.getApplicationContext()
                .getEnvironment()
                .getProperty("spring.main.lazy-initialization", Boolean.class, false)) {
            return;
        }
        var beans = (DefaultListableBeanFactory) event.getApplicationContext().getAutowireCapableBeanFactory();
        beans.destroySingleton(ConfigurationClassPostProcessor.class.getName() + ".importRegistry");
        beans.destroySingleton(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME);
    }
}
