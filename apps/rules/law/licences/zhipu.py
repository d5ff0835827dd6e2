"""Licences of Zhipu's GLM models beside MIT."""
