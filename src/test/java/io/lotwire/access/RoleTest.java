package io.lotwire.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Who may what, and whose things they see. */
class RoleTest {
    @Test
    void aRoleMayWhatThoseBeforeItMay() {
        assertThat(Role.OPERATOR.andBelow()).containsExactly(Role.PARTNER, Role.VIEWER, Role.OPERATOR);
        assertThat(Role.PARTNER.andBelow()).containsExactly(Role.PARTNER);
        for (Role role : Role.values()) {
            assertThat(role.andBelow()).allMatch(role::includes);
            assertThat(Role.of(role.word())).contains(role);
        }
        assertThat(Role.VIEWER.includes(Role.OPERATOR)).isFalse();
        assertThat(Role.of("boss")).isEmpty();
    }

    @Test
    void aPartnerSeesItsOwnAlone() {
        assertThat(Scope.of("farm").shows("farm")).isTrue();
        assertThat(Scope.of("farm").shows("acme")).isFalse();
        assertThat(Scope.of("farm").shows("")).isFalse();
        assertThat(Scope.of("").shows("acme")).isTrue();
        assertThatThrownBy(() -> new Scope.OfPartner("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTokenOfAProfileIsItsPartnersAlone() {
        Asker asker = Asker.ofToken("farm", "wms", "192.0.2.7");

        assertThat(asker.scope()).isEqualTo(new Scope.OfPartner("farm"));
        assertThat(asker.may(Role.PARTNER)).isTrue();
        assertThat(asker.may(Role.VIEWER)).isFalse();
    }
}
