package dev.usher.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.Version;
import org.junit.jupiter.api.Test;

/** The build runs these tests on two versions of Hibernate; this shows that it does. */
class HibernateVersionTest {

    @Test
    void isTheOneThatTheBuildMeans() {
        assertThat(Version.getVersionString()).isEqualTo(System.getProperty("hibernate.expected"));
    }
}
